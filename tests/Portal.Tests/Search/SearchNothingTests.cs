using AngleSharp.Dom;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What the search page says when it found nothing, or not what was typed: each thing once, and a way on.</summary>
public sealed class SearchNothingTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("q=zzzzzz")]
    [InlineData("q=zzzzzz&country=be")]
    [InlineData("q=zzzzzz&country=be&topic=exit-work")]
    public async Task NothingFound_SaysOnceWhatStandsNowhere(string query)
    {
        var main = await MainAsync(query);
        Assert.Equal("Nothing found for ‘zzzzzz’", main.QuerySelector("[data-results-heading]").Words());
        Assert.Single(main.QuerySelectorAll("p"), sentence => sentence.Words().Contains("zzzzzz", StringComparison.Ordinal));
        Assert.DoesNotContain("everything", main.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=zzzzzz&country=be", "Remove the filter Country: Belgium")]
    [InlineData("q=zzzzzz&country=be&topic=exit-work", "Clear all")]
    public async Task NothingFound_WithFilters_LeadsOnceToTheSearchWithoutThem(string query, string expected)
        => Assert.Equal(expected, Assert.Single((await MainAsync(query)).QuerySelectorAll("a[href='/search?q=zzzzzz']")).Words());

    [Fact]
    public async Task NothingFound_ByTheFilters_OffersANearSpellingWithoutThem()
    {
        var offer = (await MainAsync("q=safegaurding&topic=nonsense")).QuerySelector(".did-you-mean a")!;
        Assert.Equal("/search?q=safeguarding", offer.GetAttribute("href"));
    }

    [Fact]
    public async Task NearSpelling_SearchedAtOnce_IsSaidOnce()
    {
        var main = await MainAsync("q=deradicalizasion");
        Assert.DoesNotContain("Did you mean", main.Words(), StringComparison.Ordinal);
        var said = Assert.Single(main.QuerySelectorAll(".did-you-mean, .results-note"), note => note.Words().Contains("results for", StringComparison.Ordinal));
        Assert.StartsWith("Nothing was found for ‘deradicalizasion’. These are the results for ", said.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/search?q=derad", said.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty(main.QuerySelectorAll(".hit"));
    }

    private async Task<IElement> MainAsync(string query) => (await site.App.Client.PageAsync("/search?" + query)).QuerySelector("main")!;
}
