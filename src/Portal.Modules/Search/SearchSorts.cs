using System.Collections.Frozen;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Facets;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Search;

/// <summary>The orders of results, by their names in addresses; the best first is the usual one, which addresses do not name.</summary>
internal static class SearchSorts
{
    private const string Usual = "relevance";

    private static readonly (string Name, string Label, SearchSort Sort)[] All =
        [(Usual, "Relevance", SearchSort.Relevance), ("date", "Date", SearchSort.Date), ("title", "Title", SearchSort.Title)];

    private static readonly FrozenDictionary<string, SearchSort> ByName = All.ToFrozenDictionary(sort => sort.Name, sort => sort.Sort, StringComparer.Ordinal);

    public static string Names => string.Join(", ", All.Select(sort => sort.Name));

    public static bool TryRead(string? name, out SearchSort sort)
    {
        sort = SearchSort.Relevance;
        return string.IsNullOrEmpty(name) || ByName.TryGetValue(name, out sort);
    }

    /// <summary>As an address names it; null for the usual one.</summary>
    public static string? NameOf(SearchSort sort) => sort == SearchSort.Relevance ? null : All.Single(known => known.Sort == sort).Name;

    public static IReadOnlyList<SortLink> Links(FilterQuery query, SearchSort chosen)
        => [.. All.Select(sort => new SortLink(sort.Name, sort.Label, query.SortedBy(NameOf(sort.Sort)).Url(), sort.Sort == chosen))];
}
