using System.Globalization;

namespace Portal.Benchmarks.Judged;

/// <summary>How well one ranking answers one topic, or many on average.</summary>
internal sealed record TopicScore(double Ndcg, double AveragePrecision, double Recall)
{
    public const int NdcgDepth = 10;
    public const int RecallDepth = 100;

    /// <param name="ranked">The grades of the hits, best hit first.</param>
    /// <param name="judged">The grades of all that is judged, in any order.</param>
    public static TopicScore Of(IReadOnlyList<int> ranked, IReadOnlyCollection<int> judged)
    {
        var relevant = judged.Count(grade => grade > 0);
        return new TopicScore(
            Measures.Ndcg(ranked, judged, NdcgDepth),
            Measures.AveragePrecision(ranked, relevant),
            Measures.Recall(ranked, relevant, RecallDepth));
    }

    /// <summary>Every topic counts the same.</summary>
    public static TopicScore Mean(IReadOnlyCollection<TopicScore> scores) => new(
        scores.Average(score => score.Ndcg), scores.Average(score => score.AveragePrecision), scores.Average(score => score.Recall));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"nDCG@{NdcgDepth} {Ndcg:0.000}, MAP {AveragePrecision:0.000}, recall@{RecallDepth} {Recall:0.000}");
}
