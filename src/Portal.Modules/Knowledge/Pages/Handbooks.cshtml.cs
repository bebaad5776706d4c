using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Public;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared.Display;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Knowledge.Pages;

public sealed class HandbooksModel(IDatabase database, ListReader lists, HandbookSummaries summaries) : ListPage(database, lists)
{
    protected override ListKind Kind { get; } = new()
    {
        Type = HandbookReader.HandbookType,
        Path = "/handbooks",
        Title = "Handbooks",
        One = "handbook",
        Many = "handbooks",
        Lead = "Longer texts in chapters. A procedure has numbered steps; the others can be read in any order.",
        Description = "Step-by-step handbooks for people who prevent radicalisation and help others leave violent extremism.",
        Facets = ["topic", "sector", "audience", "setting", "prevention-level", "ideology", "country"],
        Sorts = [ListSort.Title, ListSort.Newest],
    };

    protected override IReadOnlyList<string> Tags => HandbookSummaries.Tags;

    protected override async Task<IReadOnlyList<ListRow>> RowsAsync(DbSession session, IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
        => [.. (await summaries.OfAsync(session, items, cancellationToken)).Select(handbook => new ListRow
        {
            Mark = Marks.Of(HandbookReader.HandbookType),
            Title = handbook.Title,
            Path = handbook.Path,
            Summary = handbook.Summary,
            Facts = [handbook.Length],
            Review = handbook.Review,
        })];
}
