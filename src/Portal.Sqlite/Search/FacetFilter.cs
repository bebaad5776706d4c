using System.Numerics;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>Decides by an item's facet values whether a request's filters let it through, and counts the values of those that matter for each facet.</summary>
internal sealed class FacetFilter
{
    private const int MaxFacets = 64;

    private readonly FacetTable _table;
    private readonly SearchRequest _request;
    private readonly HashSet<FacetValue> _chosen;

    /// <summary>Facets that are filtered by, a bit of a mask each.</summary>
    private readonly List<string> _filtered;
    private readonly ulong _all;

    /// <summary>By a value's number: the bit of its facet when the value is chosen, the bit of its facet when that is filtered by, and how often it was counted.</summary>
    private readonly ulong[] _passes;
    private readonly ulong[] _facet;
    private readonly int[] _counts;

    public FacetFilter(FacetTable table, SearchRequest request)
    {
        _table = table;
        _request = request;
        _chosen = [.. request.Filters];
        _filtered = [.. request.Filters.Select(filter => filter.Facet).Distinct(StringComparer.Ordinal).Take(MaxFacets)];
        _all = _filtered.Count == MaxFacets ? ulong.MaxValue : (1UL << _filtered.Count) - 1;
        _passes = new ulong[table.Numbers.Count];
        _facet = new ulong[table.Numbers.Count];
        _counts = new int[table.Numbers.Count];
        foreach (var (value, number) in table.Numbers)
        {
            var slot = _filtered.IndexOf(value.Facet);
            _facet[number] = slot < 0 ? 0 : 1UL << slot;
            _passes[number] = _chosen.Contains(value) ? _facet[number] : 0;
        }
    }

    public bool Passes(ReadOnlySpan<int> values)
    {
        ulong passed = 0;
        foreach (var value in values)
        {
            passed |= _passes[value];
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
        foreach (var (value, number) in _table.Numbers)
        {
            if (_counts[number] > 0 && values.TryGetValue(value.Facet, out var list))
            {
                list.Add(new FacetValueCount(value.Value, _counts[number]));
            }
        }

        foreach (var value in _chosen)
        {
            if (values.TryGetValue(value.Facet, out var list) && (!_table.Numbers.TryGetValue(value, out var number) || _counts[number] == 0))
            {
                list.Add(new FacetValueCount(value.Value, 0));
            }
        }

        return [.. values.Select(facet => new FacetCount(facet.Key,
            [.. facet.Value.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)]))];
    }
}
