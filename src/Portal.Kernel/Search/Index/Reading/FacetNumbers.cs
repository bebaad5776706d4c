namespace Portal.Kernel.Search.Index.Reading;

/// <summary>Gives facet values numbers that hold for all segments of the process. None is taken back: there are no more than terms in taxonomies.</summary>
internal sealed class FacetNumbers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<FacetValue, int> _numbers = [];
    private readonly List<FacetValue> _values = [];

    public int Of(FacetValue value)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(value, out var number))
            {
                _numbers[value] = number = _values.Count;
                _values.Add(value);
            }

            return number;
        }
    }

    /// <summary>Null for a value that no item has had.</summary>
    public int? Known(FacetValue value)
    {
        lock (_lock)
        {
            return _numbers.TryGetValue(value, out var number) ? number : null;
        }
    }

    public FacetValue[] All()
    {
        lock (_lock)
        {
            return [.. _values];
        }
    }
}
