using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Public;

/// <summary>The published handbooks in brief, for pages of other modules.</summary>
public sealed class HandbookSummaries(ContentStore store, TimeProvider time)
{
    /// <summary>What a page that shows them depends on.</summary>
    public static readonly IReadOnlyList<string> Tags = [ChangeFeed.Type(HandbookReader.HandbookType), ChangeFeed.Type(HandbookReader.ChapterType)];

    /// <summary>All of them, by title.</summary>
    public async Task<IReadOnlyList<HandbookSummary>> AllAsync(DbSession session, CancellationToken cancellationToken)
        => await OfAsync(session, await store.PublishedOfTypeAsync(session, HandbookReader.HandbookType, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<HandbookSummary>> OfAsync(DbSession session, IReadOnlyList<ContentItem> handbooks, CancellationToken cancellationToken)
    {
        var chapters = await session.QueryAsync<Count>(
            """
            select c.container_id as HandbookId, count(*) as Chapters
            from content_container c join content_item i on i.version_id = c.version_id where i.published = 1 and i.type = @type group by c.container_id
            """,
            new { type = HandbookReader.ChapterType },
            cancellationToken);
        var counts = chapters.ToDictionary(count => count.HandbookId, count => (int)count.Chapters, StringComparer.Ordinal);
        return [.. handbooks.Select(handbook => new HandbookSummary(
            handbook.ContentItemId,
            handbook.Title(),
            handbook.Path(),
            handbook.Text("Summary"),
            handbook.Flag("Procedure"),
            counts.GetValueOrDefault(handbook.ContentItemId),
            Review.Of(handbook, time)))];
    }

    /// <summary>The numbered steps of a procedure.</summary>
    public async Task<IReadOnlyList<HandbookStep>> StepsAsync(DbSession session, string handbookId, CancellationToken cancellationToken)
        => [.. from chapter in await store.PublishedInAsync(session, handbookId, cancellationToken)
               let step = chapter.Number("Step")
               where step is not null
               orderby step
               select new HandbookStep(step.Value, chapter.Title(), chapter.Path())];

    private sealed record Count
    {
        public string HandbookId { get; init; } = "";
        public long Chapters { get; init; }
    }
}

/// <param name="IsProcedure">Whether its chapters are steps to follow.</param>
/// <param name="Chapters">How many are published.</param>
public sealed record HandbookSummary(string ItemId, string Title, string Path, string? Summary, bool IsProcedure, int Chapters, Review? Review)
{
    /// <summary>What it is and how long, in words.</summary>
    public string Length => $"{(IsProcedure ? "Procedure in steps, " : "")}{Chapters} {(Chapters == 1 ? "chapter" : "chapters")}";
}

public sealed record HandbookStep(int Number, string Title, string Path);
