using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>What pages tell machines of themselves: schema.org as JSON-LD, Open Graph.</summary>
public sealed class StructuredDataTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Procedure = "/handbooks/setting-up-a-multi-agency-structure";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Procedure, "Book HowTo")]
    [InlineData("/handbooks/managing-an-exit-programme", "Book")]
    [InlineData(Procedure + "/share-and-assess", "Chapter")]
    [InlineData("/glossary/multi-agency-working", "DefinedTerm")]
    [InlineData("/sources/multi-agency-working-models", "CreativeWork")]
    [InlineData("/about/privacy", "WebPage")]
    public async Task Item_IsOfItsKind(string path, string types)
    {
        var thing = (await GraphAsync(path))[0]!;
        Assert.Equal(types, string.Join(' ', thing["@type"] is JsonArray many ? many.Select(type => (string)type!) : [(string)thing["@type"]!]));
        Assert.Equal(new Uri(site.App.Address, path).ToString(), (string)thing["mainEntityOfPage"]!);
        Assert.NotEmpty((string)thing["description"]!);
    }

    [Fact]
    public async Task Procedure_HasItsStepsAndItsOtherChapters()
    {
        var thing = (await GraphAsync(Procedure))[0]!;
        Assert.Equal([1, 2, 3, 4, 5], thing["step"]!.AsArray().Select(step => (int)step!["position"]!));
        Assert.All(thing["hasPart"]!.AsArray(), part => Assert.Equal("Chapter", (string)part!["@type"]!));
        Assert.NotEmpty(thing["citation"]!.AsArray());
        Assert.Equal("en", (string)thing["inLanguage"]!);
    }

    [Fact]
    public async Task Chapter_SaysWhereItStands()
    {
        var graph = await GraphAsync(Procedure + "/share-and-assess");
        Assert.Equal("Setting up a multi-agency structure", (string)graph[0]!["isPartOf"]!["name"]!);
        var crumbs = graph.Single(thing => (string)thing!["@type"]! == "BreadcrumbList")!["itemListElement"]!.AsArray();
        Assert.Equal([1, 2, 3, 4], crumbs.Select(crumb => (int)crumb!["position"]!));
        Assert.Equal(new Uri(site.App.Address, "/handbooks").ToString(), (string)crumbs[1]!["item"]!);
    }

    [Fact]
    public async Task Organisation_HasItsOwnAddressAndCountry()
    {
        var thing = (await GraphAsync("/organisations/derad"))[0]!;
        Assert.Equal("https://www.derad.at/", (string)thing["url"]!);
        Assert.Equal("Austria", (string)thing["areaServed"]![0]!["name"]!);
        Assert.Equal("1998", (string)(await GraphAsync("/organisations/exit-sweden"))[0]!["foundingDate"]!);
        Assert.Null((await GraphAsync("/organisations/exit-norway"))[0]!["foundingDate"]);
    }

    [Fact]
    public async Task Home_SaysHowTheSiteIsSearched()
    {
        var home = Assert.Single(await GraphAsync("/"), thing => (string)thing!["@type"]! == "WebSite")!;
        Assert.Equal(new Uri(site.App.Address, "/search").ToString() + "?q={search_term_string}", (string)home["potentialAction"]!["target"]!["urlTemplate"]!);
    }

    [Theory]
    [InlineData("/search?q=x")]
    [InlineData("/handbooks?topic=exit-work")]
    public async Task PageThatIsNotListed_SaysNothing(string url)
        => Assert.Empty((await site.App.Client.PageAsync(url)).QuerySelectorAll("script[type='application/ld+json'], meta[property^='og:']"));

    [Fact]
    public async Task Page_HasACardForWhereItIsShared()
    {
        var page = await site.App.Client.PageAsync(Procedure);
        string? Tag(string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
        Assert.Equal("Setting up a multi-agency structure", Tag("og:title"));
        Assert.Equal("article", Tag("og:type"));
        Assert.Equal(new Uri(site.App.Address, Procedure).ToString(), Tag("og:url"));
        Assert.Equal("summary", Tag("twitter:card"));
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Tag("og:description"));
    }

    // A title is anything that an editor types.
    [Fact]
    public async Task HostileTitle_EndsNeitherElementNorAttribute()
    {
        const string Title = "</script><script>alert(1)</script> <!-- \" onload='x' & ü \u2028";
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Page" };
        item.Apply(new TitlePart { Title = Title });
        item.Apply(new AutoroutePart { Path = "hostile-title" });
        await site.App.ChangeAsync(async session => Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors));

        var page = await site.App.Client.PageAsync("/hostile-title");
        Assert.Equal(Title.Trim('\u2028').Trim(), ((string)(await GraphAsync("/hostile-title"))[0]!["name"]!).Trim('\u2028').Trim());
        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.GetAttribute("type") is "module" or "application/ld+json"));
        Assert.DoesNotContain("<script>alert", await site.App.TextAsync("/hostile-title"), StringComparison.Ordinal);
    }

    private async Task<JsonArray> GraphAsync(string path)
    {
        var page = await site.App.Client.PageAsync(path);
        var data = Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']"));
        var json = JsonNode.Parse(data.TextContent)!;
        Assert.Equal("https://schema.org", (string)json["@context"]!);
        return json["@graph"]!.AsArray();
    }
}
