using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Portal.Testing;
using Portal.Tests.TakeAway;
using Xunit;

namespace Portal.Tests.Countries;

public sealed class CompareTests(CountriesSite site) : IClassFixture<CountriesSite>
{
    private const string Compare = "/country-models/compare";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_TwoCountries_StandSideBySide()
    {
        var page = await site.App.Client.PageAsync($"{Compare}?c=malta&c=cyprus");
        Assert.Equal("Cyprus and Malta compared", page.QuerySelector("h1").Words());
        Assert.Equal(["Question", "Cyprus", "Malta"], page.QuerySelectorAll("thead th").Select(cell => cell.Words()));
        Assert.Equal("= Same", Sign(page, "As of"));
        Assert.Equal("≠ Differs", Sign(page, "Setting"));
        Assert.Equal("? Not all say", Sign(page, "Legal basis"));
        Assert.Equal("– Nobody says", Sign(page, "Funding"));
        Assert.Equal(["The source does not say", "National council A law of 2016."], Cells(page, "Legal basis"));
        Assert.Equal(["The source does not say", "The source does not say"], Cells(page, "Funding"));
        Assert.Equal(["Open setting Online ≠ not in all", "Open setting"], Cells(page, "Setting"));
        Assert.Equal(2, Row(page, "Procedure").QuerySelectorAll("td ol li").Length);
        Assert.Equal(["cyprus", "malta"], page.QuerySelectorAll("form input[name=c][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal($"{Compare}.csv?c=cyprus&c=malta", page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Contains("/country-models/compare?c=cyprus&c=malta", page.QuerySelector(".print-address").Words(), StringComparison.Ordinal);
    }

    // The same as the country's page and the map say.
    [Fact]
    public async Task Get_PracticesAndOrganisations_AreThoseOfTheCountrysPage()
    {
        var page = await site.App.Client.PageAsync($"{Compare}?c=malta&c=cyprus");
        Assert.Equal(["/practices/harbour-walks", "/practices/boat-school"], Row(page, "Practices").QuerySelectorAll("td:last-child a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["The source does not say", "Saint Elmo"], Cells(page, "Organisations"));
        Assert.Contains("\"Harbour walks\nBoat school\"", (await site.App.TextAsync($"{Compare}.csv?c=malta&c=cyprus")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    // What a model names is its country's, also when it is filed under none.
    [Fact]
    public async Task Named_ButNotFiledUnderTheCountry_IsTheCountrysEverywhere()
    {
        await site.ImportAsync(
            ("country-models/andorra.md", "---\ntype: CountryModel\ntitle: Andorra\nsummary: High.\ncountry: [ee]\npractices: [/practices/abroad]\n---\n"),
            ("practices/abroad.md", "---\ntype: Practice\ntitle: Abroad\nsummary: Far.\n---\n"));
        var country = await site.App.Client.PageAsync("/country-models/andorra");
        Assert.Equal(["Abroad", "Northern lights"], country.QuerySelectorAll("[aria-labelledby=country-practices] .row__title").Select(title => title.Words()));
        var page = await site.App.Client.PageAsync($"{Compare}?c=malta&c=andorra");
        Assert.Equal(2, Row(page, "Practices").QuerySelectorAll("td:nth-child(2) a").Length);
        var row = (await site.App.Client.PageAsync("/country-models")).QuerySelectorAll(".europe__table tbody tr").Single(line => line.Words().Contains("Estonia", StringComparison.Ordinal));
        Assert.Equal(["1", "2 of Estonia", "0"], row.QuerySelectorAll("td").Select(cell => cell.Words()));
    }

    // A table for each section, so that the contents lead to them.
    [Fact]
    public async Task Pdf_HasASectionForEachHeading_ItsSourcesAndItsDate()
    {
        var document = await site.App.PrintOfAsync(Compare, "?c=malta&c=cyprus");
        Assert.Equal(["The country", "Its structures", "Experience", "Read on"], document.Parts.Select(part => part.Title));
        Assert.All(document.Parts, part => Assert.Equal(["Question", "Cyprus", "Malta"], Html.Parse(part.Html).QuerySelectorAll("thead th").Select(cell => cell.Words())));
        Assert.Equal("Last changed", Assert.Single(document.Facts).Label);
        Assert.Equal(["/sources/multi-agency-working-models"], document.Sources.Select(source => source.Path));
    }

    [Theory]
    [InlineData("?c=malta,cyprus")]
    [InlineData("?c=cyprus&c=malta")]
    [InlineData("?c=MALTA&c=cyprus&c=malta&c=")]
    public async Task Get_CountriesWrittenOtherwise_AreTheSame(string query)
        => Assert.Equal("Cyprus and Malta compared", (await site.App.Client.PageAsync(Compare + query)).QuerySelector("h1").Words());

    [Fact]
    public async Task Get_WithoutCountries_AsksForThem()
    {
        var page = await site.App.Client.PageAsync(Compare);
        Assert.Equal("Compare country models", page.QuerySelector("h1").Words());
        Assert.Null(page.QuerySelector("table, .notice"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.NotNull(page.QuerySelector("form input[name=c][value=malta]"));
    }

    [Theory]
    [InlineData("?c=malta", "You chose Malta only. Choose one to three more.")]
    [InlineData("?c=atlantis", "There is no country model ‘atlantis’. Choose two to four countries.")]
    [InlineData("?c=notes&c=malta", "There is no country model ‘notes’. You chose Malta only. Choose one to three more.")]
    public async Task Get_TooFewOrUnknown_SaysSo(string query, string words)
    {
        var page = await site.App.Client.PageAsync(Compare + query);
        Assert.Equal("This cannot be compared yet " + words, page.QuerySelector(".notice").Words());
        Assert.Null(page.QuerySelector("table"));
        Assert.NotNull(page.QuerySelector("form"));
    }

    [Fact]
    public async Task Get_OneUnknownAmongOthers_ComparesTheOthers()
    {
        var page = await site.App.Client.PageAsync($"{Compare}?c=malta&c=%3Cscript%3E&c=cyprus");
        Assert.Equal("Not everything asked for can be compared There is no country model ‘<script>’.", page.QuerySelector(".notice").Words());
        Assert.Equal("Cyprus and Malta compared", page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task Get_MoreThanFour_SaysHowMany()
    {
        await site.ImportAsync(Model("one"), Model("two"));
        var page = await site.App.Client.PageAsync($"{Compare}?c=malta&c=cyprus&c=portugal&c=one&c=two");
        Assert.Contains("You chose 5 countries. Up to four can be compared at a time: take 1 away.", page.QuerySelector(".notice").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("table"));
        Assert.Equal(5, page.QuerySelectorAll("form input[checked]").Length);
    }

    // There is no end of wrong addresses; kept, they would push good pages out.
    [Fact]
    public async Task Get_AWrongAddress_IsNotKept()
    {
        using var wrong = await site.App.GetAsync($"{Compare}?c=atlantis");
        using var again = await site.App.GetAsync($"{Compare}?c=atlantis");
        using var good = await site.App.GetAsync($"{Compare}?c=malta&c=portugal");
        using var kept = await site.App.GetAsync($"{Compare}?c=malta&c=portugal");
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Empty(again.Header("Age"));
        Assert.NotEmpty(kept.Header("Age"));
    }

    [Fact]
    public async Task File_IsTheComparison_WithoutFormulas()
    {
        using var response = await site.App.GetAsync($"{Compare}.csv?c=malta&c=cyprus");
        Assert.Equal("text/csv; charset=utf-8", response.Header("Content-Type"));
        Assert.Contains("country-models-cyprus-malta.csv", response.Header("Content-Disposition"), StringComparison.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("Question,Cyprus,Malta\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nLegal basis,The source does not say,National council: A law of 2016.\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("/country-models/cyprus,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/country-models/compare")]
    [InlineData("?c=malta", "/country-models/compare?c=malta")]
    [InlineData("?c=malta&c=cyprus&c=%2F%2Fexample.org", "/country-models/compare?c=malta&c=cyprus&c=%2F%2Fexample.org")]
    public async Task File_OfWhatCannotBeCompared_LeadsToThePageThatSaysWhy(string query, string location)
    {
        using var response = await site.App.GetAsync($"{Compare}.csv{query}");
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(location, response.Header("Location"));
    }

    private static (string Name, string Text) Model(string slug) => ($"country-models/{slug}.md", $"---\ntype: CountryModel\ntitle: {slug}\nsummary: About {slug}.\n---\n");

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string question) => page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector(".compare__name").Words() == question);

    private static string Sign(IHtmlDocument page, string question) => Row(page, question).QuerySelector(".compare__sign").Words();

    private static IEnumerable<string> Cells(IHtmlDocument page, string question) => Row(page, question).QuerySelectorAll("td").Select(cell =>
    {
        cell.QuerySelector(".compare__country")!.Remove();
        return cell.Words();
    });
}
