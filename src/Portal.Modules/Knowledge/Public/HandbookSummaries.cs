using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Knowledge.Reading;

namespace Portal.Modules.Knowledge.Public;

/// <summary>The published handbooks in brief, for pages of other modules.</summary>
public sealed class HandbookSummaries(ContentStore store)
{
    /// <summary>What a page that shows them depends on.</summary>
    public static readonly IReadOnlyList<string> Tags = [ChangeFeed.Type(HandbookReader.HandbookType), ChangeFeed.Type(HandbookReader.ChapterType)];

    public async Task<IReadOnlyList<HandbookSummary>> AllAsync(DbSession session, CancellationToken cancellationToken)
    {
        var handbooks = await store.PublishedOfTypeAsync(session, HandbookReader.HandbookType, cancellationToken);
        var chapters = await session.QueryAsync<Count>(
            """
            select c.container_id as HandbookId, count(*) as Chapters
            from content_container c join content_item i on i.version_id = c.version_id where i.published = 1 group by c.container_id
            """,
            null,
            cancellationToken);
        var counts = chapters.ToDictionary(count => count.HandbookId, count => (int)count.Chapters, StringComparer.Ordinal);
        return [.. handbooks.Select(handbook => new HandbookSummary(
            handbook.Title(), handbook.Path(), handbook.Text("Summary"), handbook.Flag("Procedure"), counts.GetValueOrDefault(handbook.ContentItemId)))];
    }

    private sealed record Count
    {
        public string HandbookId { get; init; } = "";
        public long Chapters { get; init; }
    }
}

public sealed record HandbookSummary(string Title, string Path, string? Summary, bool IsProcedure, int Chapters);
