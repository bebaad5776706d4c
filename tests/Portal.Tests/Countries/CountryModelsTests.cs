using System.IO.Compression;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Taxonomies;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Countries;

public sealed class CountryModelsTests(CountriesSite site) : IClassFixture<CountriesSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ShowsACountryOnTheMap_WithItsNumbers()
    {
        var page = await site.App.Client.PageAsync("/country-models");
        var malta = page.QuerySelector("svg a[href='/country-models/malta']")!;
        Assert.Equal("Malta: 1 country model, 2 practices, 1 organisation", malta.GetAttribute("aria-label"));
        Assert.Equal(malta.GetAttribute("aria-label"), malta.QuerySelector("title").Words());
        Assert.NotNull(malta.QuerySelector("path"));
        Assert.NotNull(malta.QuerySelector("circle"));
        Assert.Contains("europe__country--3", malta.ClassList);
        Assert.Null(page.QuerySelector("svg a[href='/country-models/cyprus'] circle"));
    }

    // Estonia has a practice and no model: the map leads to what there is.
    [Fact]
    public async Task Get_ShowsACountryWithoutAModel_AsAWayToTheSearch()
    {
        var page = await site.App.Client.PageAsync("/country-models");
        Assert.Equal("Estonia: no country models, 1 practice, no organisations", page.QuerySelector("svg a[href='/search?country=ee']")!.GetAttribute("aria-label"));
        Assert.Null(page.QuerySelector(".rows a[href='/search?country=ee']"));
    }

    [Fact]
    public async Task Get_TheTable_SaysWhatTheMapSays()
    {
        var page = await site.App.Client.PageAsync("/country-models");
        var rows = page.QuerySelectorAll(".europe__table tbody tr").ToDictionary(
            row => row.QuerySelector("th a")!.GetAttribute("href")!, row => row.QuerySelectorAll("td").Select(cell => cell.FirstChild!.TextContent.Trim()).Select(text => text.Split(' ')[0]).ToList(), StringComparer.Ordinal);
        Assert.Equal(["1", "2", "1"], rows["/country-models/malta"]);
        Assert.Equal(["1", "0", "0"], rows["/country-models/portugal"]);
        Assert.Equal(rows.Keys.Order(StringComparer.Ordinal), page.QuerySelectorAll(".europe__map a").Select(land => land.GetAttribute("href")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_NarrowedByALevel_ListsModelsWithSuchAStructure()
    {
        var page = await site.App.Client.PageAsync("/country-models?level=regional");
        var shown = page.QuerySelectorAll(".row__title a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/country-models/cyprus", shown);
        Assert.DoesNotContain("/country-models/malta", shown);
        Assert.Contains("Regional", page.QuerySelector(".chip").Words(), StringComparison.Ordinal);
        // The map is of all countries, whatever the list is narrowed to.
        Assert.NotNull(page.QuerySelector("svg a[href='/country-models/malta']"));
    }

    [Fact]
    public async Task Get_OffersFacets_OfWhatTellsModelsApart()
    {
        var page = await site.App.Client.PageAsync("/country-models");
        Assert.Equal(["facet-level", "facet-setting"], page.QuerySelectorAll(".facet__title").Select(title => title.Id).Except(["facet-working-type"]).Take(2));
    }

    [Fact]
    public async Task Get_SortedByLastChanged_HasAnAddressOfItsOwn()
    {
        var page = await site.App.Client.PageAsync("/country-models?sort=newest");
        Assert.Equal("Last changed", page.QuerySelector(".sort [aria-current]").Words());
        Assert.NotNull(page.QuerySelector(".sort a[href='/country-models']"));
        Assert.NotNull(page.QuerySelector("svg a[href='/country-models/malta']"));
    }

    [Fact]
    public async Task Get_NarrowedToNothing_SaysSo()
    {
        var page = await site.App.Client.PageAsync("/country-models?country=pt&level=local");
        Assert.Contains("No country model has all of these filters", page.QuerySelector("#results").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HasAFormThatLeadsToTheComparison()
    {
        var page = await site.App.Client.PageAsync("/country-models?country=mt");
        var form = page.QuerySelector("form.choice")!;
        Assert.Equal("/country-models/compare", form.GetAttribute("action"));
        Assert.Equal("malta", form.QuerySelector("input[name=c]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_AfterAPractice_CountsIt()
    {
        Assert.DoesNotContain("Cyprus: 1 country model, 1 practice", await site.App.TextAsync("/country-models"), StringComparison.Ordinal);
        await site.ImportAsync(CountriesSite.Practice("copper-tales", "Copper tales", "cy"));
        Assert.Contains("Cyprus: 1 country model, 1 practice", await site.App.TextAsync("/country-models"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_HasEveryCountryOfTheTaxonomy_AndIsLight()
    {
        var bytes = await site.App.Client.GetByteArrayAsync(new Uri("/_content/Commons/europe.json", UriKind.Relative), Token);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(bytes, Token);
        }

        Assert.InRange(packed.Length, 1_000, 12_000);
        var lands = JsonNode.Parse(bytes)!["lands"]!.AsObject().Select(land => land.Key).ToHashSet(StringComparer.Ordinal);
        var countries = (await site.App.Get<TaxonomyCatalog>().GetAsync(Token)).ByName("country")!.Terms;
        Assert.All(countries, country => Assert.Contains(country.Slug, lands));
    }
}
