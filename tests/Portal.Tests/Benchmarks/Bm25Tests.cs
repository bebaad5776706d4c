using Portal.Benchmarks.Judged;
using Portal.Kernel.Search.Analysis;
using Xunit;

namespace Portal.Tests.Benchmarks;

public sealed class Bm25Tests
{
    private static readonly Bm25 Index = Made(("one", "prison prison mentor"), ("two", "prison"), ("three", "school teacher"));

    [Fact]
    public void Search_ScoresByTheCustomaryFormula()
    {
        var hits = Index.Search("prison").ToList();

        // Two of three have it: ln(1 + 1.5 / 2.5). Lengths 3 and 1 of 2 on average: norms 1.2 * (0.25 + 0.75 * 1.5) = 1.65 and 1.2 * (0.25 + 0.75 * 0.5) = 0.75.
        var rarity = Math.Log(1.6);
        Assert.Equal(["two", "one"], hits.Select(hit => hit.Id));
        Assert.Equal(rarity * 2.2 / 1.75, hits[0].Score, 6);
        Assert.Equal(rarity * 2 * 2.2 / 3.65, hits[1].Score, 6);
    }

    [Fact]
    public void Search_StopWordsAreLeftOut_UnlessThereIsNothingElse()
    {
        var index = Made(("one", "the who"), ("two", "the prison"));

        Assert.Equal(["two"], index.Search("the prison").Select(hit => hit.Id));
        Assert.Equal(["one"], index.Search("the").Select(hit => hit.Id));
    }

    [Fact]
    public void Search_UnknownWord_FindsNothing() => Assert.Empty(Index.Search("zebra"));

    private static Bm25 Made(params ReadOnlySpan<(string Id, string Text)> documents)
    {
        var index = new Bm25(TextAnalyzer.For("en"));
        foreach (var (id, text) in documents)
        {
            index.Add(id, text);
        }

        return index;
    }
}
