using AngleSharp.Dom;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Shared;

/// <summary>How every list behaves: filters, chips, orders, pages, counts, and an address for each state.</summary>
public sealed class ListTests(KindsSite site) : IClassFixture<KindsSite>
{
    [Theory]
    [InlineData("/practices", "25 practices")]
    [InlineData("/organisations", "2 organisations")]
    [InlineData("/approaches", "3 approaches")]
    [InlineData("/recommendations", "3 recommendations")]
    [InlineData("/standards", "1 standard")]
    [InlineData("/training", "2 modules")]
    [InlineData("/handbooks", "0 handbooks")]
    public async Task Get_List_SaysHowManyThereAre(string url, string count)
    {
        var page = await site.App.Client.PageAsync(url);
        Assert.Equal(count, page.QuerySelector("[data-results-heading]").Words());
        Assert.Equal($"{url[1..]}.atom", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!["/feeds/".Length..]);
        Assert.Empty(site.App.Log.Warnings);
    }

    [Fact]
    public async Task Get_OfTwentyFive_HasTwoPages()
    {
        var first = await site.App.Client.PageAsync("/practices");
        Assert.Equal(20, first.QuerySelectorAll(".row").Length);
        Assert.Equal("/practices?page=2", first.QuerySelector(".pagination a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(["Practice 21", "Practice 22", "Practice 23", "Practice 24", "Practice 25"], Titles(await site.App.Client.PageAsync("/practices?page=2")));
        using var beyond = await site.App.GetAsync("/practices?sort=newest&page=9");
        Assert.Equal((302, "/practices?sort=newest&page=2"), ((int)beyond.StatusCode, beyond.Header("Location")));
    }

    [Fact]
    public async Task Get_WithFilters_ListsWhatHasThem_AndOffersToDropEach()
    {
        var page = await site.App.Client.PageAsync("/practices?country=de&topic=mentoring&sort=country");
        Assert.Equal(["Practice 01", "Practice 03"], Titles(page));
        Assert.Equal(
            ["/practices?country=de&sort=country", "/practices?topic=mentoring&sort=country", "/practices?sort=country"],
            page.QuerySelectorAll(".chips a").Select(Href));

        // Counts say what choosing would leave: within the topic there is one practice of Austria.
        Assert.Equal("1", page.QuerySelector("[data-results='country:at'] .facet__count")!.FirstChild!.TextContent);
        Assert.Equal("true", page.QuerySelector("[data-results='country:de']")!.GetAttribute("aria-current"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Get_WithTwoTermsOfAFacet_ListsWhatHasEither()
        => Assert.Equal(["Practice 01", "Practice 02", "Practice 03"], Titles(await site.App.Client.PageAsync("/practices?country=de,at&country=se&topic=mentoring")));

    [Fact]
    public async Task Get_WithAFilterThatNothingHas_SaysSoAndLeadsBack()
    {
        var page = await site.App.Client.PageAsync("/practices?country=fr&sort=newest");
        Assert.Equal("0 practices", page.QuerySelector("[data-results-heading]").Words());
        Assert.Contains("No practice has all of these filters.", page.QuerySelector("#results").Words(), StringComparison.Ordinal);
        Assert.Equal("/practices?sort=newest", Href(page.QuerySelector("#results > p a")!));
    }

    [Fact]
    public async Task Get_WithNothingPublished_SaysSo()
        => Assert.Contains("No handbook has been published yet.", (await site.App.Client.PageAsync("/handbooks")).QuerySelector("#results").Words(), StringComparison.Ordinal);

    // A list's facets are a closed choice: what another list has is none of this one's.
    [Fact]
    public async Task Get_WithAFilterOfAnotherList_PassesItOver()
    {
        var page = await site.App.Client.PageAsync("/practices?role=family-support&addressee=policymakers");
        Assert.Equal("25 practices", page.QuerySelector("[data-results-heading]").Words());
        Assert.Empty(page.QuerySelectorAll(".chip"));
        Assert.Equal(["topic", "country"], page.QuerySelectorAll(".facet__title").Select(title => title.Id!["facet-".Length..]));
    }

    [Theory]
    [InlineData("/practices?sort=country", "Practice 02", "Practice 01")]
    [InlineData("/practices", "Practice 01", "Practice 02")]
    [InlineData("/practices?sort=none", "Practice 01", "Practice 02")]
    [InlineData("/practices?sort=title", "Practice 01", "Practice 02")]
    [InlineData("/approaches", "Walking beside", "Type A")]
    [InlineData("/approaches?sort=title", "Talking", "Type A")]
    [InlineData("/recommendations", "Meet often", "Pay for it")]
    [InlineData("/training?sort=time", "Short and last", "First steps")]
    public async Task Get_Sorted_BeginsWithWhatComesFirst(string url, string first, string second)
        => Assert.Equal([first, second], Titles(await site.App.Client.PageAsync(url)).Take(2));

    // What has no number, no term, comes last.
    [Fact]
    public async Task Get_SortedByWhatAnItemLacks_PutsItAtTheEnd()
        => Assert.Equal("Ask", Titles(await site.App.Client.PageAsync("/recommendations"))[^1]);

    [Theory]
    [InlineData("/practices?sort=country&topic=funding", "Country", "/practices?topic=funding", "/practices?topic=funding&sort=country", "/practices?topic=funding&sort=newest")]
    [InlineData("/practices?sort=none", "Title", "/practices", "/practices?sort=country", "/practices?sort=newest")]
    public async Task Get_Sorted_SaysByWhatAndOffersTheOthers(string url, string chosen, params string[] urls)
    {
        var page = await site.App.Client.PageAsync(url);
        Assert.Equal(chosen, page.QuerySelector(".sort [aria-current]").Words());
        Assert.Equal(urls, page.QuerySelectorAll(".sort a").Select(Href));
    }

    // One reader's order must not be the next reader's.
    [Fact]
    public async Task Get_InEachOrder_IsKeptByItself()
    {
        var usual = Titles(await site.App.Client.PageAsync("/practices"));
        var sorted = Titles(await site.App.Client.PageAsync("/practices?sort=country"));
        Assert.NotEqual(usual, sorted);
        Assert.Equal(usual, Titles(await site.App.Client.PageAsync("/practices")));
        Assert.Equal(["Beta"], Titles(await site.App.Client.PageAsync("/organisations?language=nl")));
        Assert.Equal(["Alpha"], Titles(await site.App.Client.PageAsync("/organisations?language=de")));
    }

    [Theory]
    [InlineData("/practices")]
    [InlineData("/organisations")]
    [InlineData("/approaches")]
    [InlineData("/recommendations")]
    [InlineData("/standards")]
    [InlineData("/training")]
    public async Task Feed_OfAList_HoldsItsItems(string list)
    {
        var entries = (await site.App.XmlAsync($"/feeds{list}.atom")).Elements().Where(element => element.Name.LocalName == "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Contains($"{list}/", entry.Elements().First(element => element.Name.LocalName == "link").Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Header_LeadsToEveryList_AndMarksTheOneThatIsShown()
    {
        var page = await site.App.Client.PageAsync("/practices?topic=funding");
        string[] lists = ["/handbooks", "/practices", "/organisations", "/approaches", "/recommendations", "/standards", "/training", "/glossary"];
        Assert.Empty(lists.Except(page.QuerySelectorAll(".site-menu a").Select(Href)));
        Assert.Equal("Practices", page.QuerySelector(".site-menu [aria-current]").Words());
    }

    private static string Href(IElement link) => link.GetAttribute("href")!;

    private static IReadOnlyList<string> Titles(IParentNode page) => [.. page.QuerySelectorAll(".row__title").Select(title => title.Words())];
}
