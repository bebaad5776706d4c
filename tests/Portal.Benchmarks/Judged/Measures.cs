namespace Portal.Benchmarks.Judged;

/// <summary>
/// The measures of one topic, by the definitions of trec_eval: the gain of a hit is its grade (not 2^grade - 1), the discount is log2(rank + 1), the ideal ranking holds all judged answers, found or not
/// (<c>ndcg_cut</c>); relevant is what has grade 1 or more (<c>map</c>, <c>recall</c>). A grade below 0 counts as 0.
/// </summary>
internal static class Measures
{
    /// <param name="ranked">The grades of the hits, best hit first.</param>
    /// <param name="judged">The grades of all that is judged, in any order.</param>
    /// <param name="depth">How many hits count.</param>
    public static double Ndcg(IReadOnlyList<int> ranked, IEnumerable<int> judged, int depth)
    {
        var ideal = Gain(judged.OrderDescending().Take(depth));
        return ideal > 0 ? Gain(ranked.Take(depth)) / ideal : 0;
    }

    /// <summary>The mean, over all that is relevant, of the precision at its rank; 0 for what was not found.</summary>
    public static double AveragePrecision(IReadOnlyList<int> ranked, int relevant)
    {
        var (sum, found) = (0.0, 0);
        for (var at = 0; at < ranked.Count; at++)
        {
            if (ranked[at] > 0)
            {
                sum += (double)++found / (at + 1);
            }
        }

        return relevant > 0 ? sum / relevant : 0;
    }

    public static double Recall(IReadOnlyList<int> ranked, int relevant, int depth) => relevant > 0 ? (double)ranked.Take(depth).Count(grade => grade > 0) / relevant : 0;

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, at) => Math.Max(0, grade) / Math.Log2(at + 2)).Sum();
}
