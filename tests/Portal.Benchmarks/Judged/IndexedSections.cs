using Portal.Benchmarks.Site;
using Portal.Kernel.Search;
using Portal.Sqlite;

namespace Portal.Benchmarks.Judged;

/// <summary>The sections of a site as its search knows them, read from its database.</summary>
internal static class IndexedSections
{
    public static async Task<IReadOnlyList<IndexedSection>> ReadAsync(PortalSite site, CancellationToken cancellationToken)
    {
        using var database = new SqliteDatabase(new SqliteOptions { Path = site.Database }, TimeProvider.System);
        await using var session = await database.ReadAsync(cancellationToken);
        // A section's id is its item's * 4096 + its place.
        return await session.QueryAsync<IndexedSection>(
            "select i.path, i.title, s.anchor, s.heading, s.text from search_section s join search_item i on i.id = s.id / 4096 order by i.path, s.id", null, cancellationToken);
    }
}

internal sealed record IndexedSection(string Path, string Title, string? Anchor, string? Heading, string Text)
{
    /// <summary>As search gives it.</summary>
    public string Address => SearchSection.AddressOf(Path, Anchor);

    public string Whole => $"{Title}\n{Heading}\n{Text}";
}
