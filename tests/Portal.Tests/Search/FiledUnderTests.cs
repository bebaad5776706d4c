using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Portal.Testing;
using Portal.Tests.Countries;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>A search that is a filter value's name, which no text has: two things are filed under Slovenia and do not say so.</summary>
public sealed class FiledUnderTests(CountriesSite site) : IClassFixture<CountriesSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await site.ImportAsync(
        ("organisations/triglav.md", "---\ntype: Organisation\ntitle: Triglav\nsummary: Climbs.\ncountry: [si]\n---\n"),
        ("organisations/bled.md", "---\ntype: Organisation\ntitle: Bled\nsummary: Rows.\ncountry: [si]\n---\n"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Slovenia")]
    [InlineData("SLOVÉNIA")]
    [InlineData("  slovenia ")]
    [InlineData("Slovenia&topic=exit-work")]
    public async Task Search_ByATermsName_OffersWhatIsFiledUnderIt(string words)
    {
        var offer = Assert.Single((await MainAsync(words)).QuerySelectorAll("a"), link => link.Words().StartsWith("Filed under", StringComparison.Ordinal));
        Assert.Equal(("Filed under Country: Slovenia (2 pages)", "/search?country=si"), (offer.Words(), offer.GetAttribute("href")));
        Assert.Equal("2 results", (await site.App.Client.PageAsync(offer.GetAttribute("href")!)).QuerySelector("[data-results-heading]").Words());
    }

    // 'Magyarország' is Hungary's other name.
    [Fact]
    public async Task Search_ByATermsOtherName_OffersTheTerm()
    {
        await site.ImportAsync(("organisations/balaton.md", "---\ntype: Organisation\ntitle: Balaton\nsummary: Swims.\ncountry: [hu]\n---\n"));
        var offer = (await MainAsync("magyarorszag")).QuerySelector("a[href='/search?country=hu']");
        Assert.Equal("Filed under Country: Hungary (1 page)", offer.Words());
    }

    // The offer stands before the results of another spelling.
    [Fact]
    public async Task Search_WithNearSpellingInstead_OffersTheTermFirst()
    {
        await site.ImportAsync(("practices/slovenija.md", "---\ntype: Practice\ntitle: Slovenian\nsummary: Slovenian, slovenians.\ncountry: [mt]\n---\n"));
        var main = await MainAsync("Slovenia");
        Assert.Contains("Nothing was found for ‘Slovenia’. These are the results for", main.Words(), StringComparison.Ordinal);
        Assert.StartsWith("Filed under Country: Slovenia", main.QuerySelector(".did-you-mean").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Belgium")]
    [InlineData("Latvia")]
    [InlineData("-Slovenia")]
    [InlineData("Slovenia&country=be")]
    [InlineData("Slovenia zzzzzz")]
    public async Task Search_WhenFound_OrNothingIsFiled_OrFilteredAlready_OffersNothing(string words)
        => Assert.DoesNotContain("Filed under", (await MainAsync(words)).Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Api_NamesTheFilter()
    {
        var filed = (await site.App.JsonAsync("/api/v1/search?q=Slovenia"))["filedUnder"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{ "facet": "country", "value": "si", "label": "Slovenia", "count": 2 }]"""), filed), filed.ToJsonString());
        Assert.Empty((await site.App.JsonAsync("/api/v1/search?q=Belgium"))["filedUnder"]!.AsArray());
    }

    private async Task<IElement> MainAsync(string words)
        => (await site.App.Client.PageAsync("/search?q=" + Uri.EscapeDataString(words).Replace("%26", "&", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal))).QuerySelector("main")!;
}
