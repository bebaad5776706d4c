namespace Portal.Benchmarks.Judged;

/// <summary>Which documents answer which topics, and how well.</summary>
internal sealed class Judgements(IReadOnlyDictionary<string, Dictionary<string, int>> grades)
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _names = grades.Keys.GroupBy(Plain, StringComparer.Ordinal).ToDictionary(names => names.Key, names => names.First(), StringComparer.Ordinal);

    /// <summary>All that is judged, of all topics.</summary>
    public IEnumerable<string> Documents => grades.Values.SelectMany(topic => topic.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>The topic as the judgements write it: some collections write 051 in one file and 51 in the other, whichever that is.</summary>
    public string NameOf(string topic) => grades.ContainsKey(topic) ? topic : _names.GetValueOrDefault(Plain(topic), topic);

    public IReadOnlyDictionary<string, int> Of(string topic) => grades.GetValueOrDefault(NameOf(topic)) ?? None;

    private static string Plain(string topic) => topic.TrimStart('0') is { Length: > 0 } plain ? plain : "0";
}
