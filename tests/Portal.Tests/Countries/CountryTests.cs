using System.Globalization;
using Portal.Testing;
using Portal.Tests.TakeAway;
using Xunit;

namespace Portal.Tests.Countries;

public sealed class CountryTests(CountriesSite site) : IClassFixture<CountriesSite>
{
    private const string Malta = "/country-models/malta";

    [Fact]
    public async Task Get_ShowsTheFactsOfEachStructure()
    {
        var page = await site.App.Client.PageAsync(Malta);
        Assert.Equal("Malta", page.QuerySelector("h1").Words());
        Assert.Equal("As of 2018", page.QuerySelector(".page-head__facts").Words());
        var council = page.GetElementById("national-council")!.Closest("section")!;
        var facts = council.QuerySelectorAll("dl > div").ToDictionary(row => row.QuerySelector("dt").Words(), row => row.QuerySelector("dd").Words(), StringComparer.Ordinal);
        Assert.Equal("National", facts["Level"]);
        Assert.Equal("Making decisions together", facts["Type of multi-agency working"]);
        Assert.Equal("Ministry of the Interior", facts["Lead"]);
        Assert.Equal("Police Health service", facts["Core members"]);
        Assert.Equal("Schools", facts["Ad hoc members"]);
        Assert.Equal("A law of 2016.", facts["Legal basis"]);
        Assert.DoesNotContain("Funding", facts.Keys);
        Assert.Equal(["The council hears of a person.", "It decides who helps."], council.QuerySelectorAll("ol.procedure li").Select(step => step.Words()));
    }

    // Search leads to the structure by its id, readers by its title.
    [Fact]
    public async Task Get_EveryStructure_HasBothAnchors()
    {
        var page = await site.App.Client.PageAsync(Malta);
        var hit = (await site.App.JsonAsync("/api/v1/search?q=%22law%20of%202016%22"))["hits"]![0]!;
        var anchor = ((string)hit["url"]!).Split('#')[1];
        Assert.Equal("National council", page.GetElementById(anchor)!.QuerySelector("h3")!.FirstChild!.TextContent.Trim());
        // A heading of the text has the third's name.
        Assert.Equal(["national-council", "national-council-secretariat", "harbour-team-2"], page.QuerySelectorAll(".structure h3").Select(title => title.Id));
    }

    [Fact]
    public async Task Get_DrawsWhoWorksWithWhom()
    {
        var page = await site.App.Client.PageAsync(Malta);
        var drawing = page.QuerySelector("svg[role=img]")!;
        Assert.StartsWith("Structures of Malta", page.GetElementById(drawing.GetAttribute("aria-labelledby")!).Words(), StringComparison.Ordinal);
        // Three structures, and the union that two of them name; one part, and four relations.
        Assert.Equal(4, drawing.QuerySelectorAll("rect").Length);
        Assert.Single(drawing.QuerySelectorAll(".diagram__box--outside"));
        Assert.Equal(5, drawing.QuerySelectorAll(".diagram__edge").Length);
        Assert.Single(drawing.QuerySelectorAll(".diagram__edge--part"));
        foreach (var words in new[] { "Led by: Ministry of the Interior", "Called in: Schools", "prepares its meetings", "Fishermen's union", "Local" })
        {
            Assert.Contains(words, drawing.Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_TheDiagram_IsAlsoAList()
    {
        var page = await site.App.Client.PageAsync(Malta);
        var list = page.QuerySelector(".diagram-list > ul")!;
        var inner = list.QuerySelector("li li ul li a[href='#national-council-secretariat']")!.Closest("li")!;
        Assert.Contains("Works with: Fishermen's union (asks what they see)", inner.Words(), StringComparison.Ordinal);
        Assert.Contains("Led by: Ministry of the Interior", list.Words(), StringComparison.Ordinal);
        Assert.Contains("Works with: National council: secretariat (sends reports)", list.Words(), StringComparison.Ordinal);
        Assert.Equal(3, list.QuerySelectorAll("a").Length);
    }

    [Fact]
    public async Task Get_GathersPracticesOfTheCountry_ThoseThatItNamesFirst()
    {
        var page = await site.App.Client.PageAsync(Malta);
        Assert.Equal(["/practices/harbour-walks", "/practices/boat-school"], Links(page, "country-practices"));
        Assert.Equal(["/organisations/saint-elmo"], Links(page, "country-organisations"));
        Assert.Equal(["Evidence as its source describes it", "No evidence yet"], page.GetElementById("country-practices")!.Closest("section")!.QuerySelectorAll(".row__facts").Select(state => state.Words()));
        Assert.Equal("Listed, not vetted", page.GetElementById("country-organisations")!.Closest("section")!.QuerySelector(".row__facts").Words());
    }

    // A few are shown whole; of many the rest is folded away, and counted with the others.
    [Fact]
    public async Task Get_OfManyOrganisations_FoldsTheRestAway()
    {
        await site.ImportAsync([("country-models/bulgaria.md", "---\ntype: CountryModel\ntitle: Bulgaria\nsummary: Small.\ncountry: [bg]\n---\n"),
            .. Enumerable.Range(10, 11).Select(number => ($"organisations/geyser-{number}.md", $"---\ntype: Organisation\ntitle: Geyser {number}\nsummary: Hot.\ncountry: [bg]\n---\n"))]);
        var page = await site.App.Client.PageAsync("/country-models/bulgaria");
        var section = page.GetElementById("country-organisations")!.Closest("section")!;
        Assert.Equal(11, Links(page, "country-organisations").Count());
        Assert.Equal(8, section.QuerySelector("ul")!.ChildElementCount);
        Assert.Equal("Show 3 more", section.QuerySelector("details > summary").Words());
        Assert.DoesNotContain("Hot.", section.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_LeadsToItsParts_AboveTheTextAndBesideIt()
    {
        var page = await site.App.Client.PageAsync(Malta);
        var links = page.QuerySelectorAll("main nav.jump a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(
            ["country-diagram", "national-council", "national-council-secretariat", "harbour-team-2", "country-strengths", "country-challenges", "what-the-islands-share", "harbour-team", "country-practices", "country-organisations"],
            links);
        Assert.All(links, id => Assert.NotNull(page.GetElementById(id)));
        Assert.Equal(links, page.QuerySelectorAll("aside nav a").Select(link => link.GetAttribute("href")![1..]));
    }

    // Its text is what its page says, in the same order.
    [Fact]
    public async Task Pdf_SaysWhatThePageSays()
    {
        var document = await site.App.PrintOfAsync(Malta);
        Assert.Equal("As of", document.Facts[0].Label);
        Assert.Equal(["/sources/multi-agency-working-models"], document.Sources.Select(source => source.Path));
        var text = Html.Parse(Assert.Single(document.Parts).Html);
        Assert.Equal(
            ["Who works with whom", "Structures", "Strengths", "Challenges", "What the islands share", "Harbour team", "Practices of Malta", "Organisations of Malta"],
            text.QuerySelectorAll("h2").Select(heading => heading.Words()));
        Assert.NotNull(text.QuerySelector("svg"));
        Assert.NotNull(text.QuerySelector(".diagram-list li"));
        Assert.Equal(["The council hears of a person.", "It decides who helps."], text.QuerySelectorAll("ol.procedure li").Select(step => step.Words()));
        Assert.Equal(["/practices/harbour-walks", "/practices/boat-school"], Links(text, "country-practices"));
    }

    [Fact]
    public async Task Get_SaysWhatRefersToIt_AndItsSources()
    {
        var page = await site.App.Client.PageAsync(Malta);
        Assert.NotNull(page.QuerySelector("aside a[href='/recommendations/look-at-malta']"));
        Assert.NotNull(page.QuerySelector(".sources a[href='/sources/multi-agency-working-models']"));
        Assert.InRange(page.QuerySelectorAll("aside a[href^='/country-models/compare?c=malta&c=']").Length, 1, 5);
    }

    [Fact]
    public async Task Get_WithoutStructures_ShowsWhatThereIs()
    {
        var page = await site.App.Client.PageAsync("/country-models/portugal");
        Assert.Null(page.QuerySelector(".diagram, .structure, #country-strengths"));
        Assert.Equal("Not much is written about it.", page.QuerySelector(".page-head__summary").Words());
    }

    [Fact]
    public async Task Get_AfterAnOrganisation_ShowsIt()
    {
        Assert.DoesNotContain("Divers", await site.App.TextAsync("/country-models/portugal"), StringComparison.Ordinal);
        await site.ImportAsync(("organisations/divers.md", "---\ntype: Organisation\ntitle: Divers\nsummary: They dive.\ncountry: [pt]\n---\n"));
        Assert.Equal(["/organisations/divers"], Links(await site.App.Client.PageAsync("/country-models/portugal"), "country-organisations"));
    }

    [Fact]
    public async Task Get_AnItemOfAnotherType_IsAPlainPage()
        => Assert.Equal("Notes", (await site.App.Client.PageAsync("/country-models/notes")).QuerySelector("h1").Words());

    [Theory]
    [InlineData("/country-models/malta")]
    [InlineData("/country-models/compare?c=malta&c=cyprus")]
    public async Task Get_NotFromTheCache_SendsFourQueriesAtMost(string url)
    {
        using var first = await site.App.GetAsync(url);
        using var second = await site.App.GetAsync(url, "Authorization: none");
        var queries = second.Header("Server-Timing").Split("desc=\"")[1].TrimEnd('"');
        Assert.InRange(int.Parse(queries, CultureInfo.InvariantCulture), 1, 4);
    }

    private static IEnumerable<string?> Links(AngleSharp.Html.Dom.IHtmlDocument page, string id)
        => page.GetElementById(id)!.Closest("section")!.QuerySelectorAll(".row__title a").Select(link => link.GetAttribute("href"));
}
