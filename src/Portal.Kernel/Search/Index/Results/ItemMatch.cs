using System.Runtime.InteropServices;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>
/// An item with matches that the filters let through. <paramref name="First"/> and <paramref name="Count"/> are its stretch in its segment's list of matches,
/// <paramref name="Best"/> the place there of the one that counts most.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemMatch(int Segment, int Item, int First, int Count, int Best, float Score);

/// <summary>Which item comes first. What is equal comes by the alphabet, and sections of an item as they stand in it, so that the order is the same in every database and on every page.</summary>
internal sealed class ItemOrder(IndexState state, SearchSort sort) : IComparer<ItemMatch>
{
    public int Compare(ItemMatch x, ItemMatch y)
    {
        var order = sort switch
        {
            SearchSort.Date => Date(y).CompareTo(Date(x)),
            SearchSort.Title => 0,
            _ => y.Score.CompareTo(x.Score),
        };
        order = order != 0 ? order : Key(x).SequenceCompareTo(Key(y));
        return order != 0 ? order : x.First.CompareTo(y.First);
    }

    /// <summary>Whether it comes after another already by its score: what most of many items do, and quick to tell.</summary>
    public bool IsWorse(in ItemMatch item, in ItemMatch other) => sort == SearchSort.Relevance && item.Score < other.Score;

    private long Date(ItemMatch match) => state.Segments[match.Segment].Segment.Items.Dates[match.Item];

    private ReadOnlySpan<byte> Key(ItemMatch match) => state.Segments[match.Segment].Segment.Items.KeyOf(match.Item);
}
