namespace Portal.Kernel.Search.Index.Format;

/// <summary>Collects items in the order of their ids.</summary>
internal sealed class SegmentItemsBuilder
{
    private readonly List<long> _ids;
    private readonly List<int> _firstSections = [0];
    private readonly List<long> _dates;
    private readonly List<int> _facetStarts = [0];
    private readonly List<int> _facets;
    private readonly List<int> _keyStarts = [0];
    private readonly ByteBuffer _keys;
    private readonly Dictionary<FacetValue, int> _numbers = [];
    private readonly List<FacetValue> _values = [];

    public SegmentItemsBuilder()
        : this([], 16, 64, 1024)
    {
    }

    public SegmentItemsBuilder(FacetValue[] values, int items, int facets, int keys)
    {
        Capacity = items;
        _ids = new(items);
        _dates = new(items);
        _facets = new(facets);
        _keys = new(Math.Max(16, keys));
        _values.AddRange(values);
    }

    public int Capacity { get; }

    public int Count => _ids.Count;

    public int Sections => _firstSections[^1];

    public int Size => (_ids.Count * 32) + (_facets.Count * 4) + _keys.Length;

    /// <summary>A value of the item that is added next.</summary>
    public void AddFacet(FacetValue value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _values.Count;
            _values.Add(value);
        }

        _facets.Add(number);
    }

    public void AddFacet(int number) => _facets.Add(number);

    public void AddItem(long id, int sections, long date, ReadOnlySpan<byte> key)
    {
        _ids.Add(id);
        _firstSections.Add(Sections + sections);
        _dates.Add(date);
        _facetStarts.Add(_facets.Count);
        _keys.Bytes(key);
        _keyStarts.Add(_keys.Length);
    }

    public SegmentItems Build() => new()
    {
        Ids = [.. _ids],
        FirstSections = [.. _firstSections],
        Dates = [.. _dates],
        Values = [.. _values],
        FacetStarts = [.. _facetStarts],
        Facets = [.. _facets],
        KeyStarts = [.. _keyStarts],
        Keys = _keys.ToArray(),
    };
}
