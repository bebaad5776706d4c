using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Kernel.Content.Taxonomies;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>The search API as <c>surface.md</c> promises it, over the real content.</summary>
public sealed partial class SearchApiTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Search_HasTheShapeThatIsPromised()
    {
        var answer = await site.App.JsonAsync("/api/v1/search?q=sharing+information&size=5");
        Assert.Equal(["total", "page", "size", "tookMs", "query", "didYouMean", "searchedInstead", "filedUnder", "alsoSearched", "notes", "hits", "facets"], answer.Names());
        Assert.Equal(JsonValueKind.Number, answer["tookMs"].Kind());
        Assert.Equal((1, 5, "sharing information"), (answer["page"]!.GetValue<int>(), answer["size"]!.GetValue<int>(), answer["query"]!.GetValue<string>()));
        Assert.Equal(JsonValueKind.Null, answer["didYouMean"].Kind());
        Assert.True(answer["total"]!.GetValue<int>() > 5);
        Assert.Equal(5, answer["hits"]!.AsArray().Count);
        foreach (var hit in answer["hits"]!.AsArray())
        {
            Assert.Equal(["id", "type", "title", "url", "section", "snippet", "score", "terms", "missing"], hit.Names().Where(name => name != "more"));
            Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", hit!["id"]!.GetValue<string>());
            Assert.Equal(JsonValueKind.Number, hit["score"].Kind());
            Assert.All(hit["terms"]!.AsObject(), term => Assert.All(term.Value!.AsArray(), slug => Assert.Equal(JsonValueKind.String, slug.Kind())));
        }

        var facets = answer["facets"]!.AsObject();
        Assert.Equal("type", facets.First().Key);
        Assert.All(facets, facet => Assert.All(facet.Value!.AsArray(), value => Assert.Equal(["value", "label", "count"], value.Names())));
        Assert.Contains(facets["type"]!.AsArray(), value => value!["value"]!.GetValue<string>() == "HandbookChapter" && value["label"]!.GetValue<string>() == "Handbook chapter");
    }

    [Fact]
    public async Task Hits_LeadToTheSectionThatTheyName()
    {
        var hits = (await site.App.JsonAsync("/api/v1/search?q=case+conference&size=20"))["hits"]!.AsArray();
        Assert.Contains(hits, hit => hit!["url"]!.GetValue<string>().Contains('#', StringComparison.Ordinal));
        foreach (var hit in hits.Concat(hits.SelectMany(hit => hit!["more"]?.AsArray() ?? [])))
        {
            var url = hit!["url"]!.GetValue<string>().Split('#');
            Assert.Equal(url.Length == 2, hit["section"].Kind() == JsonValueKind.String);
            var page = await site.App.Client.PageAsync(url[0]);
            if (url.Length == 2)
            {
                Assert.Contains(hit["section"]!.GetValue<string>(), page.GetElementById(url[1]).Words(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("sharing information")]
    [InlineData("prison")]
    [InlineData("a < b & c \"d\"")]
    [InlineData("safeguarding staff security")]
    public async Task Snippets_HoldTextAndMarksOnly(string query)
    {
        var answer = await site.App.JsonAsync($"/api/v1/search?q={Uri.EscapeDataString(query)}&size=100");
        foreach (var hit in answer["hits"]!.AsArray())
        {
            var snippet = hit!["snippet"]!.GetValue<string>();
            Assert.DoesNotMatch("[<>]", Mark().Replace(snippet, ""));
            Assert.Equal(Regex.Count(snippet, "<mark>"), Regex.Count(snippet, "</mark>"));
            Assert.All(Html.Parse(snippet).Body!.QuerySelectorAll("*"), element => Assert.Equal("mark", element.LocalName));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Size_AtItsBounds_IsKept(int size)
    {
        var answer = await site.App.JsonAsync($"/api/v1/search?q=work&size={size}");
        Assert.Equal(Math.Min(size, answer["total"]!.GetValue<int>()), answer["hits"]!.AsArray().Count);
    }

    [Fact]
    public async Task Pages_GiveEveryHitOnce_AndOneBeyondTheEndNone()
    {
        var total = (await site.App.JsonAsync("/api/v1/search?q=work"))["total"]!.GetValue<int>();
        var ids = new List<string>();
        for (var page = 1; page <= (total + 6) / 7; page++)
        {
            ids.AddRange(Ids(await site.App.JsonAsync($"/api/v1/search?q=work&size=7&page={page}")));
        }

        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct().Count());
        var beyond = await site.App.JsonAsync("/api/v1/search?q=work&size=7&page=10000");
        Assert.Equal((total, 0), (beyond["total"]!.GetValue<int>(), beyond["hits"]!.AsArray().Count));
    }

    [Fact]
    public async Task Filters_RepeatedWiden_AndOfTwoTaxonomiesNarrow()
    {
        var health = await TotalAsync("q=work&sector=health");
        var police = await TotalAsync("q=work&sector=police");
        var either = await TotalAsync("q=work&sector=health&sector=police");
        var joined = await TotalAsync("q=work&sector=health,police");
        var both = await TotalAsync("q=work&sector=health&topic=information-sharing");
        Assert.InRange(either, Math.Max(health, police), health + police);
        Assert.Equal(either, joined);
        Assert.InRange(both, 1, health - 1);
        Assert.Equal(0, await TotalAsync("q=work&sector=none"));
        Assert.Equal(health, await TotalAsync("q=work&sector=health&sector=none"));
        Assert.Equal(await TotalAsync("q=work"), await TotalAsync("q=work&nothing=none"));
    }

    [Theory]
    [InlineData("country=NL", "country=nl")]
    [InlineData("country=NL&country=nl,Be", "country=nl&country=be")]
    [InlineData("type=handbookCHAPTER&sector=Police", "type=HandbookChapter&sector=police")]
    [InlineData("language=EN", "language=en")]
    public async Task Filters_OfAnyCase_AreTheTermsOwn(string asked, string known)
    {
        var answer = await site.App.JsonAsync("/api/v1/search?q=work&" + asked);
        Assert.Empty(answer["notes"]!.AsArray());
        Assert.InRange(answer["total"]!.GetValue<int>(), 1, int.MaxValue);
        Assert.Equal(await TotalAsync("q=work&" + known), answer["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("q=work&topic=nonsense", "The filter topic has no value ‘nonsense’: nothing is filed under it.")]
    [InlineData("topic=nonsense", "The filter topic has no value ‘nonsense’: nothing is filed under it.")]
    [InlineData("q=work&topic=exit-work&type=Nonsense", "The filter type has no value ‘Nonsense’: nothing is filed under it.")]
    [InlineData("q=work&topic=exit-work&topic=nonsense", "The filter topic has no value ‘nonsense’: nothing is filed under it.")]
    public async Task Filters_ThatNoTermHas_AreSaidAndCanBeRemoved(string query, string expected)
    {
        Assert.Contains(expected, (await site.App.JsonAsync("/api/v1/search?" + query))["notes"]!.AsArray().Select(note => note!.GetValue<string>()));
        var main = (await site.App.Client.PageAsync("/search?" + query)).QuerySelector("main")!;
        Assert.Contains(expected, main.Words(), StringComparison.Ordinal);
        var chip = main.QuerySelectorAll(".chip").Single(chip => chip.Words().Contains("nonsense", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("nonsense", chip.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Facets_CountWhatChoosingTheValueWouldLeave()
    {
        const string Query = "q=information&topic=information-sharing";
        var facets = (await site.App.JsonAsync($"/api/v1/search?{Query}"))["facets"]!.AsObject();
        Assert.Equal(await TotalAsync(Query), facets["type"]!.AsArray().Sum(value => value!["count"]!.GetValue<int>()));
        foreach (var (facet, values) in facets)
        {
            foreach (var value in values!.AsArray())
            {
                // A facet's own filter does not narrow its own counts.
                var query = facet == "topic" ? "q=information" : Query;
                Assert.Equal(value!["count"]!.GetValue<int>(), await TotalAsync($"{query}&{facet}={value["value"]!.GetValue<string>()}"));
            }
        }
    }

    [Theory]
    [InlineData("q=prison")]
    [InlineData("q=zzzzzz")]
    [InlineData("type=Source")]
    public async Task Facets_AreAllThere_AlsoThoseWithoutAValue(string query)
    {
        var taxonomies = (await site.App.Get<TaxonomyCatalog>().GetAsync(TestContext.Current.CancellationToken)).All.Select(taxonomy => taxonomy.Name).Where(name => name != "language");
        var facets = (await site.App.JsonAsync($"/api/v1/search?{query}"))["facets"];
        Assert.Equal(taxonomies.Append("type").Append("language").Order(StringComparer.Ordinal), facets.Names().Order(StringComparer.Ordinal));
        Assert.True(facets.Names().Count > 5);
        Assert.Equal(("type", "language"), (facets.Names()[0], facets.Names()[^1]));
    }

    [Fact]
    public async Task Filters_WithoutWords_ListWhatTheyLetThrough()
    {
        var answer = await site.App.JsonAsync("/api/v1/search?type=Handbook");
        Assert.Equal(5, answer["total"]!.GetValue<int>());
        Assert.All(answer["hits"]!.AsArray(), hit => Assert.Equal("Handbook", hit!["type"]!.GetValue<string>()));
        Assert.Equal(0, await TotalAsync("q="));
        Assert.Equal(0, await TotalAsync(""));
    }

    private async Task<int> TotalAsync(string query) => (await site.App.JsonAsync($"/api/v1/search?{query}"))["total"]!.GetValue<int>();

    private static IEnumerable<string> Ids(JsonObject answer) => answer["hits"]!.AsArray().Select(hit => hit!["id"]!.GetValue<string>());

    [GeneratedRegex("</?mark>")]
    private static partial Regex Mark();
}
