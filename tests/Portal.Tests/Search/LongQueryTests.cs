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
        Assert.Equal(200, answer["query"]!.GetValue<string>().Length);
        Assert.NotEqual(0, answer["total"]!.GetValue<int>());
    }
}
