using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Index.Scoring;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>The matches grouped by item, filtered, and counted by facet, in one pass; of the items only as many are kept as a page needs.</summary>
internal sealed record ItemSelection(int Total, IReadOnlyList<ItemMatch> First, IReadOnlyList<FacetCount> Facets)
{
    /// <param name="first">How many items are wanted, in order.</param>
    public static ItemSelection Of(IndexState state, IReadOnlyList<MatchList> matches, FacetFilter filter, ItemOrder order, int first, CancellationToken cancellationToken)
    {
        var best = new BestItems(order, first);
        var total = 0;
        for (var segment = 0; segment < matches.Count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            total += Add(state.Segments[segment].Segment, segment, matches[segment], filter, best);
        }

        return new ItemSelection(total, best.InOrder(), filter.Counts());
    }

    private static int Add(Segment segment, int number, MatchList matches, FacetFilter filter, BestItems best)
    {
        var passed = 0;
        var sections = matches.Sections;
        var scores = matches.Scores;
        for (var first = 0; first < sections.Length;)
        {
            var item = segment.ItemOf(sections[first]);
            var end = segment.Items.FirstSections[item + 1];
            var (next, top) = (first + 1, first);
            for (; next < sections.Length && sections[next] < end; next++)
            {
                top = scores[next] > scores[top] ? next : top;
            }

            // Here stands what a reader may see, once not everything in the index is for everybody: an item that is not is passed over before it is counted.
            if (filter.Passes(segment.FacetsOf(item)))
            {
                passed++;
                best.Add(new ItemMatch(number, item, first, next - first, top, scores[top]));
            }

            first = next;
        }

        return passed;
    }
}

/// <summary>Keeps the first so many of any number of items.</summary>
internal sealed class BestItems(ItemOrder order, int count)
{
    private const int LeastRoom = 256;

    private readonly List<ItemMatch> _kept = [];
    private readonly long _room = Math.Max(LeastRoom, 2L * count);
    private bool _full;
    private ItemMatch _last;

    public void Add(ItemMatch item)
    {
        if (_full && (order.IsWorse(item, _last) || order.Compare(item, _last) > 0))
        {
            return;
        }

        _kept.Add(item);
        if (_kept.Count >= _room)
        {
            Cut();
        }
    }

    public IReadOnlyList<ItemMatch> InOrder()
    {
        Cut();
        return _kept;
    }

    private void Cut()
    {
        _kept.Sort(order);
        if (_kept.Count >= count && count > 0)
        {
            _kept.RemoveRange(count, _kept.Count - count);
            _last = _kept[^1];
            _full = true;
        }
    }
}
