using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What somebody pasted into the box stands in every link of the page: it may not make the page huge.</summary>
public sealed class LongQueryTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("prison work ", 480)]
    [InlineData("prison 😀", 250)]
    public async Task Page_OfAVeryLongQuery_IsNotHuge(string words, int times)
    {
        var query = string.Concat(Enumerable.Repeat(words, times));
        var page = await site.App.TextAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.InRange(page.Length, 1, 150_000);
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        var echoed = Html.Parse(page).QuerySelector("main input[name=q]")!.GetAttribute("value")!;
        Assert.InRange(echoed.Length, 190, 200);
        Assert.StartsWith(echoed, query, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(echoed[^1]));
    }

    [Fact]
    public async Task Api_OfAVeryLongQuery_SaysWhatItSearched()
    {
        var answer = await site.App.JsonAsync("/api/v1/search?q=" + string.Concat(Enumerable.Repeat("prison+", 500)));
        Assert.Equal(string.Join(' ', Enumerable.Repeat("prison", 28)), answer["query"]!.GetValue<string>());
        Assert.Contains("Only the first 195 characters of the search were read.", answer["notes"]!.AsArray().Select(note => note!.GetValue<string>()));
        Assert.NotEqual(0, answer["total"]!.GetValue<int>());
    }

    // As many words as are searched, and one that the bound on letters would cut in two, for it to be named as left out.
    [Fact]
    public async Task Api_OfALongQuotation_NamesNoHalfWord()
    {
        var whole = string.Join(' ', Enumerable.Range(10, 32).Select(number => $"xyz{number}"));
        var answer = await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(whole + " radicalisation and more"));
        Assert.Equal(whole, answer["query"]!.GetValue<string>());
        Assert.DoesNotContain("left out", answer["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    // What has no end of a word is cut where it must be, and no character in two.
    [Theory]
    [InlineData("prison")]
    [InlineData("a😀")]
    [InlineData("監獄")]
    public async Task Api_OfOneVeryLongWord_ReadsItsBeginning(string piece)
    {
        var word = string.Concat(Enumerable.Repeat(piece, 120));
        var read = (await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(word)))["query"]!.GetValue<string>();
        Assert.StartsWith(read, word, StringComparison.Ordinal);
        Assert.InRange(read.Length, 199, 200);
        Assert.False(char.IsHighSurrogate(read[^1]));
    }
}
