using System.Runtime.InteropServices;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>An item with matches that the filters let through. <paramref name="First"/> and <paramref name="Count"/> are its stretch in the list of matches.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemMatch(long Item, int First, int Count, double Score);

/// <summary>The matches grouped by item, filtered, and counted by facet, in one pass.</summary>
internal sealed record ItemSelection(List<ItemMatch> Items, IReadOnlyList<FacetCount> Facets)
{
    /// <summary>Null when the table does not know an item that matched.</summary>
    public static ItemSelection? Of(FacetTable table, List<SectionMatch> matches, SearchRequest request)
    {
        var filter = new FacetFilter(table, request);
        var items = new List<ItemMatch>();
        var at = 0;
        for (var first = 0; first < matches.Count;)
        {
            var item = SectionId.Item(matches[first].Section);
            var score = matches[first].Score;
            var next = first + 1;
            for (; next < matches.Count && SectionId.Item(matches[next].Section) == item; next++)
            {
                score = Math.Max(score, matches[next].Score);
            }

            // Both are in order of the ids: look behind the last one found.
            var found = table.Items[at..].BinarySearch(item);
            if (found < 0)
            {
                return null;
            }

            at += found;

            // Here stands what a reader may see, once not everything in the index is for everybody: an item that is not is passed over before it is counted.
            if (filter.Passes(table.ValuesOf(at)))
            {
                items.Add(new ItemMatch(item, first, next - first, score));
            }

            first = next;
        }

        return new ItemSelection(items, filter.Counts());
    }

    public IEnumerable<ItemMatch> Page(int page, int size)
        => Items.OrderByDescending(item => item.Score).ThenBy(item => item.Item).Skip((int)Math.Min(int.MaxValue, (page - 1L) * size)).Take(size);
}
