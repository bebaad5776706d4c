using System.Numerics;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>Decides by an item's facet values whether a request's filters let it through, and counts the values of those that matter for each facet.</summary>
internal sealed class FacetFilter
{
    private const int MaxFacets = 64;

    private readonly SearchRequest _request;
    private readonly FacetValue[] _values;
    private readonly HashSet<FacetValue> _chosen;
    private readonly ulong _all;

    /// <summary>By a value's number: the bit of its facet when the value is chosen, the bit of its facet when that is filtered by, and how often it was counted.</summary>
    private readonly ulong[] _passes;
    private readonly ulong[] _facet;
    private readonly int[] _counts;

    public FacetFilter(FacetNumbers numbers, SearchRequest request)
    {
        _request = request;
        _values = numbers.All();
        _chosen = [.. request.Filters];
        var filtered = request.Filters.Select(filter => filter.Facet).Distinct(StringComparer.Ordinal).Take(MaxFacets).ToList();
        _all = filtered.Count == MaxFacets ? ulong.MaxValue : (1UL << filtered.Count) - 1;
        _passes = new ulong[_values.Length];
        _facet = new ulong[_values.Length];
        _counts = new int[_values.Length];
        for (var number = 0; number < _values.Length && filtered.Count > 0; number++)
        {
            var slot = filtered.IndexOf(_values[number].Facet);
            _facet[number] = slot < 0 ? 0 : 1UL << slot;
            _passes[number] = _chosen.Contains(_values[number]) ? _facet[number] : 0;
        }
    }

    public bool Passes(ReadOnlySpan<int> values)
    {
        ulong passed = 0;
        if (_all != 0)
        {
            foreach (var value in values)
            {
                passed |= _passes[value];
            }
        }

        // An item that only one facet's own filter keeps out counts for that facet: its value could be added.
        var missing = _all & ~passed;
        if (BitOperations.PopCount(missing) <= 1)
        {
            foreach (var value in values)
            {
                if (missing == 0 || _facet[value] == missing)
                {
                    _counts[value]++;
                }
            }
        }

        return missing == 0;
    }

    /// <summary>Most frequent first; a chosen value is there even when nothing has it.</summary>
    public IReadOnlyList<FacetCount> Counts()
    {
        var values = _request.Facets.Distinct(StringComparer.Ordinal).ToDictionary(facet => facet, _ => new List<FacetValueCount>(), StringComparer.Ordinal);
        for (var number = 0; number < _values.Length; number++)
        {
            if (_counts[number] > 0 && values.TryGetValue(_values[number].Facet, out var list))
            {
                list.Add(new FacetValueCount(_values[number].Value, _counts[number]));
            }
        }

        foreach (var value in _chosen)
        {
            if (values.TryGetValue(value.Facet, out var list) && !list.Exists(counted => counted.Value == value.Value))
            {
                list.Add(new FacetValueCount(value.Value, 0));
            }
        }

        return [.. values.Select(facet => new FacetCount(facet.Key,
            [.. facet.Value.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)]))];
    }
}
