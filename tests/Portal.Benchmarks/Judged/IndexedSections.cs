using Portal.Benchmarks.Site;
using Portal.Kernel.Search;

namespace Portal.Benchmarks.Judged;

/// <summary>The sections of a site as its search knows them, read from its database.</summary>
internal static class IndexedSections
{
    // A section's id is its item's * 4096 + its place.
    private const string Query = "select i.path, i.title, s.anchor, s.heading, s.text from search_section s join search_item i on i.id = s.id / 4096 order by i.path, s.id";

    public static Task<IReadOnlyList<IndexedSection>> ReadAsync(PortalSite site, CancellationToken cancellationToken)
        => site.Database.ReadAsync(session => session.QueryAsync<IndexedSection>(Query, null, cancellationToken), cancellationToken);
}

internal sealed record IndexedSection(string Path, string Title, string? Anchor, string? Heading, string Text)
{
    /// <summary>As search gives it.</summary>
    public string Address => SearchSection.AddressOf(Path, Anchor);

    public string Whole => $"{Title}\n{Heading}\n{Text}";
}
