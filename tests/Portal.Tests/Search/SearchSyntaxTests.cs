using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Kernel.Search;
using Portal.Modules.Search;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>The query language on the page and in the API, over the real content, and the page that explains it.</summary>
public sealed class SearchSyntaxTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("work country:Belgium", "q=work&country=be")]
    [InlineData("work COUNTRY:be", "q=work&country=be")]
    [InlineData("work country:(Belgium OR \"Netherlands\")", "q=work&country=be,nl")]
    [InlineData("work country:Belgium country:nl", "q=work&country=be&country=nl")]
    [InlineData("country:Belgium topic:exit-work work country:nl", "q=work&country=be&country=nl&topic=exit-work")]
    [InlineData("work country:Holland", "q=work&country=nl")]
    [InlineData("work country:\"Great Britain\" country:Deutschland", "q=work&country=gb,de")]
    [InlineData("work sector:police", "q=work&sector=police")]
    [InlineData("kind:\"handbook chapters\" work", "q=work&type=HandbookChapter")]
    [InlineData("language:English work", "q=work&language=en")]
    public async Task Search_AFacetTyped_FindsAsItsFilterDoes(string query, string filtered)
    {
        var typed = await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(query));
        var chosen = await site.App.JsonAsync("/api/v1/search?" + filtered);
        Assert.NotEqual(0, chosen["total"]!.GetValue<int>());
        Assert.Equal(chosen["total"]!.GetValue<int>(), typed["total"]!.GetValue<int>());
        Assert.Empty(typed["notes"]!.AsArray());
    }

    [Theory]
    [InlineData("country:Atlantis", "There is no country called ‘Atlantis’ here: it was searched as words.")]
    [InlineData("*prison", "‘*prison’ was searched as a plain word.")]
    [InlineData("zzzzzz country:Atlantis", "There is no country called ‘Atlantis’ here: it was searched as words.")]
    public async Task Search_WhatWasNotSearchedAsTyped_IsSaid(string query, string expected)
    {
        Assert.EndsWith(expected, Assert.Single((await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(query)))["notes"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(expected, (await site.App.Client.PageAsync("/search?q=" + Uri.EscapeDataString(query))).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-prison", "only what must not be there")]
    [InlineData("*", "no word in this search")]
    [InlineData("\"*\"", "no word in this search")]
    [InlineData("\"the of\"", "stand nowhere in this order")]
    [InlineData("title:", "Nothing stands after ‘title:’")]
    [InlineData("type:nonsense", "There is no type called ‘nonsense’ here")]
    [InlineData("year:[2020 TO 2016]", "The years were taken as 2016 to 2020")]
    [InlineData("zzzzzz", "‘zzzzzz’ stands nowhere")]
    public async Task Search_NothingFound_SaysWhy_ForPeopleAndMachines(string query, string expected)
    {
        var notes = (await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(query)))["notes"]!.AsArray().Select(note => note!.GetValue<string>());
        Assert.Contains(notes, note => note.Contains(expected, StringComparison.Ordinal));
        Assert.Contains(expected, (await site.App.Client.PageAsync("/search?q=" + Uri.EscapeDataString(query))).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_LongerThanIsRead_SaysSo()
    {
        var answer = await site.App.JsonAsync("/api/v1/search?q=" + string.Concat(Enumerable.Repeat("prison+", 50)));
        Assert.Contains("Only the first 195 characters of the search were read.", answer["notes"]!.AsArray().Select(note => note!.GetValue<string>()));
    }

    [Fact]
    public async Task Help_ExplainsEverySign_WithExamplesThatLeadToResults()
    {
        var page = await site.App.Client.PageAsync("/search/help");
        Assert.Equal("How to search", page.QuerySelector("main h1").Words());
        var text = page.QuerySelector("main").Words();
        Assert.All(["\"", "~5", "+", "-", "OR", "AND", "NOT", "(", "title:", "heading:", "text:", "*", "?", "~", "^", "year:[2016 TO 2020]", "country:", "topic:", "type:", "language:", "\\"], sign => Assert.Contains(sign, text, StringComparison.Ordinal));
        var examples = page.QuerySelectorAll("main a[href^='/search?q=']").ToList();
        Assert.True(examples.Count >= 10);

        // Every filter is shown with values that have results.
        Assert.All(page.QuerySelectorAll("table:has(#filters) tbody tr"), row => Assert.StartsWith(row.QuerySelector("code").Words(), row.QuerySelector("a").Words(), StringComparison.Ordinal));
        foreach (var example in examples)
        {
            Assert.Equal("/search?q=" + Uri.EscapeDataString(example.TextContent), example.GetAttribute("href"));
            using var response = await site.App.GetAsync(example.GetAttribute("href")!);
            Assert.Equal((example.TextContent, HttpStatusCode.OK), (example.TextContent, response.StatusCode));
            var results = Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.DoesNotContain(results.QuerySelectorAll("main .results-note"), note => note.TextContent.Contains("was searched as", StringComparison.Ordinal));
            Assert.True(results.QuerySelector("main .hits") is not null, example.TextContent);
        }
    }

    [Fact]
    public async Task Search_LinksToItsHelp()
    {
        foreach (var url in new[] { "/search", "/search?q=prison", "/search?q=zzzzzz" })
        {
            Assert.NotNull((await site.App.Client.PageAsync(url)).QuerySelector("main a[href='/search/help']"));
        }
    }

    // What came with the request is no language until it is known to be one: it is written down, too.
    [Fact]
    public void ReaderLanguage_OfAnyLength_IsACode()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = "de-" + new string('x', 12_000);
        Assert.Equal("de", ReaderLanguage.Of(context.Request, []));
    }

    [Theory]
    [InlineData("10.2", "10.2 ")]
    [InlineData("clause 10.2", "10.2 ")]
    [InlineData("quality standards 1.1", "1.1 ")]
    public async Task Search_TheNumberOfAClause_LandsOnIt(string query, string expected)
    {
        var answer = await site.App.JsonAsync("/api/v1/search?type=Standard&q=" + Uri.EscapeDataString(query));
        Assert.StartsWith(expected, answer["hits"]![0]!["section"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "en")]
    [InlineData("en-GB,en;q=0.8", "", "en")]
    [InlineData("de-AT", "", "de")]
    [InlineData("nb", "", "no")]
    [InlineData("tlh,en;q=0.5", "", "en")]
    [InlineData("tlh;q=0.1,xx", "", "en")]
    [InlineData(";;;q=,,", "", "en")]
    [InlineData("*", "", "en")]
    [InlineData("en-US", "en", "en")]
    [InlineData("fr-CA", "en fr", "fr")]
    [InlineData("en-US", "tlh", "en")]
    public void ReaderLanguage_IsTheOneChosenOrTheBrowsers(string header, string chosen, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;
        var filters = chosen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => new FacetValue("language", value)).ToList();
        Assert.Equal(expected, ReaderLanguage.Of(context.Request, filters));
    }
}
