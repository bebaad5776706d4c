using System.Net;
using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What the API makes of words: forms of a word, accents, the glossary's synonyms, slips of the hand, and whatever else is typed.</summary>
public sealed class SearchWordsTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile =>
    [
        "\"", "\"\"", "'", "(", ")))(((", "*", "a*", "NEAR(", "NEAR(a b, 3)", "AND", "OR OR", "NOT", "--", "-", "' OR 1=1 --", ";drop table content_item", "%", "_", "\\", "^a", "{a b}", "title:prison", "a:b",
        "😀", "👩‍👩‍👧", "שלום עולם", "\u202Eabc", "日本語", "\0", "a\0b", "\u0001\u0007\u001b[31m", "\t\n\r", "\uFFFF", "\uFEFF", "<script>alert(1)</script>", "<mark>x</mark>", "&amp;", "¶",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Search_HostileWords_Is200(string query)
    {
        foreach (var url in new[] { "/api/v1/search?q=", "/api/v1/suggest?q=", "/search?q=" })
        {
            using var response = await site.App.GetAsync(url + Uri.EscapeDataString(query));
            Assert.Equal((url, HttpStatusCode.OK), (url, response.StatusCode));
            // Text in JSON is text: no browser takes it for a page.
            Assert.Equal(url.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html", response.Content.Headers.ContentType?.MediaType);
            if (url.StartsWith("/search", StringComparison.Ordinal))
            {
                var page = Html.Parse(await response.Content.ReadAsStringAsync(Token));
                Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.HasAttribute("src")));
                Assert.DoesNotContain(page.QuerySelectorAll("main mark"), mark => mark.TextContent == "x" && query.Contains("<mark>", StringComparison.Ordinal));
            }
        }
    }

    // Not text at all: halves of characters, bytes that are no UTF-8, what is no character.
    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("a%ED%B0%80b")]
    [InlineData("%FF%FE%00")]
    [InlineData("%C0%AF")]
    [InlineData("%EF%BF%BE")]
    [InlineData("pris%EF%BF%BEon")]
    [InlineData("%EF%BF%BF")]
    public async Task Search_BytesThatAreNoText_Is200(string query)
    {
        foreach (var url in new[] { "/api/v1/search?q=", "/api/v1/suggest?q=", "/search?q=" })
        {
            Assert.Equal((url, HttpStatusCode.OK), (url, await site.App.StatusAsync(url + query)));
        }
    }

    // What the server's own limit on an address (8 KB) lets through; beyond it, see AddressTests.
    [Theory]
    [InlineData("a")]
    [InlineData("prison ")]
    [InlineData("\"")]
    [InlineData("(a ")]
    [InlineData("-")]
    [InlineData("work OR ")]
    public async Task Search_AsLongAsAnAddressMayBe_Is200(string piece)
    {
        var query = string.Concat(Enumerable.Repeat(piece, 7000 / Uri.EscapeDataString(piece).Length));
        foreach (var url in new[] { "/api/v1/search?q=", "/api/v1/suggest?q=", "/search?q=" })
        {
            Assert.Equal((url, HttpStatusCode.OK), (url, await site.App.StatusAsync(url + Uri.EscapeDataString(query))));
        }
    }

    [Theory]
    [InlineData("sharing information", "sharing informations")]
    [InlineData("prison", "prisons")]
    [InlineData("family", "families")]
    [InlineData("prison", "PRISON")]
    [InlineData("organisation", "organization")]
    public async Task Search_AnotherFormOfTheWords_FindsTheSame(string query, string other)
    {
        var found = await IdsAsync(query);
        Assert.NotEmpty(found);
        Assert.Equal(found.Order(StringComparer.Ordinal), (await IdsAsync(other)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Search_WithOrWithoutAccents_FindsTheSame()
    {
        await PublishAsync("acteurs", "La réintégration", "La réintégration et la déradicalisation à l'échelle européenne.");
        foreach (var query in new[] { "réintégration", "reintegration echelle", "RÉINTÉGRATION", "re\u0301inte\u0301gration" })
        {
            Assert.Contains((await HitsAsync(query)).AsArray(), hit => hit!["title"]!.GetValue<string>() == "La réintégration");
        }
    }

    [Fact]
    public async Task Search_AnAbbreviation_FindsWhatItStandsFor_AndSaysSo()
    {
        await PublishAsync("in-full", "In full", "Multi-agency working in Quixote county.");
        var answer = await site.App.JsonAsync("/api/v1/search?q=MAW+Quixote");
        Assert.Equal("In full", answer["hits"]![0]!["title"]!.GetValue<string>());
        Assert.Contains(answer["alsoSearched"]!.AsArray(), wording => wording!.GetValue<string>().Equals("multi-agency working", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Holland", "Netherlands", "netherlands")]
    [InlineData("Deutschland", "Germany", "germany")]
    [InlineData("great britain", "United Kingdom", "united kingdom")]
    public async Task Search_AnotherNameOfATerm_FindsWhatTheTermIsCalled_AndSaysSo(string query, string name, string expected)
    {
        var answer = await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(query));
        Assert.Contains(name, answer["alsoSearched"]!.AsArray().Select(wording => wording!.GetValue<string>()));
        Assert.Contains(answer["hits"]!.AsArray(), hit => hit!["title"]!.GetValue<string>().Contains(expected, StringComparison.OrdinalIgnoreCase)
            || hit["snippet"]!.GetValue<string>().Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal).Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Search_WithASlip_AsksWhetherTheOtherWasMeant()
    {
        var answer = await site.App.JsonAsync("/api/v1/search?q=safegaurding+staff");
        Assert.Equal("safeguarding staff", answer["didYouMean"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("exitwork", "exit work")]
    [InlineData("informationsharing", "information")]
    [InlineData("exit in pri", "prison")]
    public async Task Suggest_WordsTypedAsOne_OrWithSmallWordsBetween_FindsTitles(string typed, string expected)
    {
        var suggestions = (await site.App.JsonAsync("/api/v1/suggest?q=" + Uri.EscapeDataString(typed)))["suggestions"]!.AsArray();
        Assert.Contains(suggestions, suggestion => suggestion!["text"]!.GetValue<string>().Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Suggest_HasTheShapeThatIsPromised_AndLeadsThere()
    {
        var answer = await site.App.JsonAsync("/api/v1/suggest?q=exit+w");
        Assert.Equal(["suggestions"], answer.Names());
        var suggestions = answer["suggestions"]!.AsArray();
        Assert.NotEmpty(suggestions);
        foreach (var suggestion in suggestions)
        {
            Assert.Equal(["text", "type", "kind", "url"], suggestion.Names());
            Assert.Contains("exit", suggestion!["text"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync(suggestion["url"]!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("q=e", 10)]
    [InlineData("q=zzzzzz", 0)]
    [InlineData("q=", 0)]
    [InlineData("", 0)]
    public async Task Suggest_GivesTenAtMost(string query, int most)
        => Assert.Equal(most, (await site.App.JsonAsync($"/api/v1/suggest?{query}"))["suggestions"]!.AsArray().Count);

    private async Task<JsonNode> HitsAsync(string query) => (await site.App.JsonAsync($"/api/v1/search?size=100&q={Uri.EscapeDataString(query)}"))["hits"]!;

    private async Task<IReadOnlyList<string>> IdsAsync(string query) => [.. (await HitsAsync(query)).AsArray().Select(hit => hit!["id"]!.GetValue<string>())];

    private Task PublishAsync(string slug, string title, string text)
    {
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Page" };
        item.Apply(new TitlePart { Title = title });
        item.Apply(new AutoroutePart { Path = $"about/{slug}" });
        item.Apply(new MarkdownBodyPart { Markdown = text });
        return site.App.ChangeAsync(async session => Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors));
    }
}
