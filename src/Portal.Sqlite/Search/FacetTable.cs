using System.Text.Json;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>
/// The facet values of items as numbers, in memory, in the order of the items' ids. Immutable. An id's values never change and no id is used twice, so a
/// table that knows all the items that a transaction has matched is right for it, whatever else it knows.
/// </summary>
internal sealed class FacetTable
{
    public static readonly FacetTable Empty = new([], [0], [], []);

    private readonly long[] _items;
    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly Dictionary<FacetValue, int> _numbers;

    private FacetTable(long[] items, int[] starts, int[] values, Dictionary<FacetValue, int> numbers)
    {
        _items = items;
        _starts = starts;
        _values = values;
        _numbers = numbers;
    }

    private long Last => _items.Length == 0 ? 0 : _items[^1];

    public int Count => _items.Length;

    /// <summary>In ascending order.</summary>
    public ReadOnlySpan<long> Items => _items;

    /// <summary>Every value there is, with its number.</summary>
    public IReadOnlyDictionary<FacetValue, int> Numbers => _numbers;

    public ReadOnlySpan<int> ValuesOf(int item) => _values.AsSpan(_starts[item].._starts[item + 1]);

    /// <summary>With the items that came since.</summary>
    public async Task<FacetTable> ReadOnAsync(DbSession session, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<(long Id, string Type, string Language, string Facets)>(
            "select id, type, language, facets from search_item where id > @Last order by id", new { Last }, cancellationToken);
        var numbers = new Dictionary<FacetValue, int>(_numbers);
        var items = new List<long>(_items);
        var starts = new List<int>(_starts);
        var values = new List<int>(_values);
        foreach (var (id, type, language, facets) in rows)
        {
            items.Add(id);
            IEnumerable<FacetValue> all = [new("type", type), new("language", language), .. JsonSerializer.Deserialize<FacetValue[]>(facets)!];
            foreach (var value in all.Distinct())
            {
                numbers.TryAdd(value, numbers.Count);
                values.Add(numbers[value]);
            }

            starts.Add(values.Count);
        }

        return new FacetTable([.. items], [.. starts], [.. values], numbers);
    }
}
