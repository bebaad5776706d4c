using Portal.Benchmarks.Judged;
using Xunit;

namespace Portal.Tests.Benchmarks;

/// <summary>Against values worked out by hand from trec_eval's definitions.</summary>
public sealed class MeasuresTests
{
    private const int Digits = 6;

    [Fact]
    public void Ndcg_GradesAreGainsAndRanksDiscountByTheLogarithm()
    {
        // 2 / log2(2) + 0 + 1 / log2(4) = 2.5, of 3 / log2(2) + 2 / log2(3) + 1 / log2(4) = 4.761860.
        Assert.Equal(2.5 / 4.761860, Measures.Ndcg([2, 0, 1], [1, 3, 2, 0], 10), Digits);
    }

    [Fact]
    public void Ndcg_HitsAndJudgementsBeyondTheDepthDoNotCount()
    {
        Assert.Equal(0, Measures.Ndcg([0, 0, 3], [3], 2), Digits);
        // Ideal: 1 + 1 / log2(3); the third that is judged has no place there.
        Assert.Equal(1, Measures.Ndcg([1, 1], [1, 1, 1], 2), Digits);
    }

    [Fact]
    public void Ndcg_GradeBelowZeroOrNothingRelevant_CountsAsZero()
    {
        Assert.Equal(1 / 1.584963, Measures.Ndcg([-2, 1], [1, -2], 10), Digits);
        Assert.Equal(0, Measures.Ndcg([0], [0, -1], 10), Digits);
        Assert.Equal(0, Measures.Ndcg([], [2], 10), Digits);
    }

    [Fact]
    public void AveragePrecision_MeanOfThePrecisionsAtEachRelevantHitOverAllRelevant()
    {
        // Relevant at 1, 3 and 6 of four: (1/1 + 2/3 + 3/6 + 0) / 4.
        Assert.Equal((1 + (2.0 / 3) + 0.5) / 4, Measures.AveragePrecision([1, 0, 3, 0, 0, 2], 4), Digits);
        Assert.Equal(0, Measures.AveragePrecision([0, 0], 0), Digits);
    }

    [Fact]
    public void Recall_ShareOfTheRelevantAmongTheFirst()
    {
        Assert.Equal(0.5, Measures.Recall([1, 0, 2, 1], 4, 3), Digits);
        Assert.Equal(0, Measures.Recall([], 0, 100), Digits);
    }

    [Fact]
    public void Score_TakesDepthsOfTenAndAHundred()
    {
        // The one that is relevant at rank 11: beyond nDCG's ten, within recall's hundred.
        var score = TopicScore.Of([.. Enumerable.Repeat(0, 10), 1], [1]);

        Assert.Equal(new TopicScore(0, 1.0 / 11, 1), score);
        Assert.Equal(new TopicScore(0.5, 0.5, 0.75), TopicScore.Mean([new(0, 0, 0.5), new(1, 1, 1)]));
    }
}
