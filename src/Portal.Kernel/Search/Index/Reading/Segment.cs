using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Reading;

/// <summary>A segment in memory, without its lists. Immutable.</summary>
internal sealed class Segment
{
    private readonly int[] _itemOf;
    private readonly int[] _facets;

    public Segment(long id, SegmentData data, FacetNumbers numbers)
    {
        Id = id;
        Data = data;
        _itemOf = new int[data.Sections];
        for (var item = 0; item < data.Items.Count; item++)
        {
            _itemOf.AsSpan(data.Items.FirstSections[item]..data.Items.FirstSections[item + 1]).Fill(item);
        }

        var global = data.Items.Values.Select(numbers.Of).ToArray();
        _facets = [.. data.Items.Facets.Select(value => global[value])];
    }

    public long Id { get; }

    public SegmentData Data { get; }

    public SegmentItems Items => Data.Items;

    public int ItemOf(int section) => _itemOf[section];

    /// <summary>The numbers of an item's facet values, those of <see cref="FacetNumbers"/>.</summary>
    public ReadOnlySpan<int> FacetsOf(int item) => _facets.AsSpan(Items.FacetStarts[item]..Items.FacetStarts[item + 1]);

    public long SectionId(int section)
    {
        var item = _itemOf[section];
        return Index.SectionId.Of(Items.Ids[item], section - Items.FirstSections[item]);
    }

    public TermTable Terms(TermSpace space) => space switch
    {
        TermSpace.Stems => Data.Stems,
        TermSpace.Words => Data.Words,
        _ => Data.Names,
    };
}

/// <summary>The dictionaries of a segment.</summary>
internal enum TermSpace
{
    Stems,
    Words,
    Names,
}
