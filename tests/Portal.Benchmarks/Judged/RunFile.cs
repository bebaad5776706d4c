using System.Globalization;

namespace Portal.Benchmarks.Judged;

/// <summary>Writes rankings as trec_eval reads them: topic, Q0, document, rank, score, name.</summary>
internal static class RunFile
{
    private const string Name = "portal";

    /// <summary>trec_eval orders by the score and not by the rank: scores that are rounded alike would change places, so what is written is the number of places from the end.</summary>
    public static void Write(TextWriter to, string topic, IReadOnlyList<string> documents)
    {
        for (var at = 0; at < documents.Count; at++)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{topic} Q0 {documents[at]} {at + 1} {documents.Count - at} {Name}"));
        }
    }
}
