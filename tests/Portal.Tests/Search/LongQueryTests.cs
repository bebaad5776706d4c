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

    // The 34th word is cut in two by the bound, and one past the bound on words is named.
    [Fact]
    public async Task Api_OfALongQuotation_NamesNoHalfWord()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40).Select(number => $"w{number}xyz"));
        var answer = await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(words));
        var read = answer["query"]!.GetValue<string>();
        Assert.StartsWith(read + " ", words, StringComparison.Ordinal);
        var named = answer["notes"]!.AsArray().SelectMany(note => note!.GetValue<string>().Split('‘').Skip(1)).Select(quoted => quoted.Split('’')[0]);
        Assert.All(named, word => Assert.Contains(word, words.Split(' ')));
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
