using Portal.Benchmarks.Judged.Reading;

namespace Portal.Benchmarks.Judged;

/// <summary>
/// The judgements of our own content (Quality/README.md): of sections and of items, scored by item. A hit has the grade of its exact address, else that of its path alone, else one less than the best of its
/// item's sections but at least 1.
/// </summary>
/// <param name="judgements">Of addresses as a page has them.</param>
/// <param name="toSearch">The anchors of clauses and structures: from the address as judged to the one that search gives.</param>
internal sealed class OwnJudgements(Judgements judgements, IReadOnlyDictionary<string, string> toSearch)
{
    private readonly Dictionary<string, string> _toPage = toSearch.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static OwnJudgements Read(string folder)
    {
        var toSearch = new Dictionary<string, string>(StringComparer.Ordinal);
        using var lines = new LineReader(Path.Combine(folder, "inner-anchors.txt"));
        while (lines.NextFilled() is { } line)
        {
            if (line.Split(' ') is not [var judged, var searched] || !toSearch.TryAdd(judged, searched))
            {
                throw lines.Wrong("A line is an address as judged, a space and the address as search gives it, each once.");
            }
        }

        return new OwnJudgements(JudgementFile.Read(Path.Combine(folder, "qrels.txt")), toSearch);
    }

    /// <summary>Judged addresses that are none of these, as search gives them.</summary>
    public IEnumerable<string> Missing(IReadOnlySet<string> addresses)
        => judgements.Documents.Where(judged => !addresses.Contains(toSearch.GetValueOrDefault(judged, judged)));

    /// <summary>The best grade of each item: the ideal ranking holds an item once.</summary>
    public IReadOnlyDictionary<string, int> Items(string topic) => judgements.Of(topic)
        .GroupBy(line => PathOf(line.Key), line => line.Value, StringComparer.Ordinal)
        .ToDictionary(item => item.Key, item => item.Max(), StringComparer.Ordinal);

    /// <param name="topic">Whose answers are graded.</param>
    /// <param name="address">As search gives it.</param>
    public int Grade(string topic, string address)
    {
        var lines = judgements.Of(topic);
        var path = PathOf(address);
        if (lines.TryGetValue(_toPage.GetValueOrDefault(address, address), out var grade) || lines.TryGetValue(path, out grade))
        {
            return grade;
        }

        var best = Items(topic).GetValueOrDefault(path);
        return best > 0 ? Math.Max(1, best - 1) : 0;
    }

    public static string PathOf(string address) => address.Split('#')[0];
}
