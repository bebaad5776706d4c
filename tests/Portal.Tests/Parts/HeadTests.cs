using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Parts;

/// <summary>What an item says to search engines: in the head of its page and in the site's map.</summary>
public sealed class HeadTests(PartsSite site) : IClassFixture<PartsSite>
{
    [Fact]
    public async Task Page_SaysInItsHeadWhatTheItemSays()
    {
        await site.PublishAsync(PartsSite.Toolbox("seo", """
            { "SeoMetaPart": { "PageTitle": "A <b>title", "MetaDescription": "Said \"so\"", "MetaKeywords": "a, b", "MetaRobots": "noarchive", "Canonical": "https://example.org/x?y=1",
              "CustomMetaTags": [{ "Name": "author", "Content": "Ada" }, { "Property": "article:tag", "Content": "x" }, { "Name": "viewport", "Content": "width=1" }, { "HttpEquiv": "refresh", "Content": "0;url=//x" }, { "Name": "a\"b", "Content": "x" }],
              "DefaultSocialImage": { "Paths": ["a b.png"] }, "OpenGraph": { "Type": "article", "Title": "For others" }, "Twitter": { "Card": "summary", "Image": { "Paths": ["../x.png", "c.jpg"] } },
              "GoogleSchema": "{ \"@type\": \"HowTo\", \"name\": \"</script><script>alert(1)</script>\" }" } }
            """));
        var head = (await site.App.Client.PageAsync("/toolboxes/seo")).Head!;
        Assert.Equal("A <b>title", head.QuerySelector("title").Words());
        Assert.Equal("https://example.org/x?y=1", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            ["description: Said \"so\"", "robots: noarchive", "keywords: a, b", "twitter:card: summary", "author: Ada"],
            head.QuerySelectorAll("meta[name]").Where(meta => meta.GetAttribute("name") is not ("viewport" or "color-scheme" or "twitter:image")).Select(Show("name")));
        // What the item says of itself, then what every page says and the item does not.
        Assert.Equal(
            ["og:type: article", "og:title: For others", "article:tag: x", "og:site_name: Portal", "og:description: Said \"so\"", "og:url: https://example.org/x?y=1", "og:locale: en"],
            head.QuerySelectorAll("meta[property]").Where(meta => meta.GetAttribute("property") != "og:image").Select(Show("property")));
        Assert.EndsWith("/media/a%20b.png", head.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.StartsWith("http", head.QuerySelector("meta[name='twitter:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.EndsWith("/media/c.jpg", head.QuerySelector("meta[name='twitter:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Single(head.QuerySelectorAll("meta[name=viewport]"));
        Assert.Empty(head.QuerySelectorAll("meta[http-equiv]"));
        var data = head.QuerySelectorAll("script:not([type=module])").ToList();
        Assert.Equal(2, data.Count);
        Assert.All(data, script => Assert.Equal("application/ld+json", script.GetAttribute("type")));

        // Ours says only where the page stands: what the item is, it said itself.
        var schema = data[0];
        Assert.Equal("BreadcrumbList", (string)Assert.Single(JsonNode.Parse(data[1].TextContent)!["@graph"]!.AsArray())!["@type"]!);
        Assert.Equal("</script><script>alert(1)</script>", JsonNode.Parse(schema.TextContent)!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{ "PageTitle": "Not said", "Render": false }""")]
    [InlineData("""{ "GoogleSchema": "{ not json" }""")]
    [InlineData("""{ "PageTitle": " ", "Canonical": "" }""")]
    [InlineData("""{ "PageTitle": null, "CustomMetaTags": null, "OpenGraph": null, "Twitter": { "Image": null }, "DefaultSocialImage": { "Paths": null } }""")]
    [InlineData("""{ "CustomMetaTags": [null, {}, { "Name": "author", "Content": null }] }""")]
    public async Task Page_SaysNothingOfWhatIsNotToBeSaid(string part)
    {
        var item = await site.PublishAsync(PartsSite.Toolbox("silent", $$"""{ "SeoMetaPart": {{part}} }"""));
        var head = (await site.App.Client.PageAsync("/toolboxes/silent")).Head!;
        Assert.StartsWith("Box silent", head.QuerySelector("title").Words(), StringComparison.Ordinal);
        Assert.EndsWith("/toolboxes/silent", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        var data = Assert.Single(head.QuerySelectorAll("script:not([type=module])"));
        Assert.Equal("Box silent", (string)JsonNode.Parse(data.TextContent)!["@graph"]![0]!["name"]!);
        Assert.DoesNotContain("Not said", head.InnerHtml, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(part), (await site.LatestAsync(item.ContentItemId))!.Content["SeoMetaPart"]));
        await site.App.ChangeAsync(session => session.ExecuteAsync("delete from content_path where item_id = @id", new { id = item.ContentItemId }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.org")]
    [InlineData("#top")]
    [InlineData("https://")]
    public async Task Publish_WrongCanonical_IsRefused(string address)
        => Assert.StartsWith($"SeoMetaPart.Canonical: '{address}' is not an address", Assert.Single(await site.ErrorsAsync(PartsSite.Toolbox("x", $$"""{ "SeoMetaPart": { "Canonical": "{{address}}" } }"""))), StringComparison.Ordinal);

    [Fact]
    public async Task Sitemap_SaysWhatTheItemSays()
    {
        await site.PublishAsync(PartsSite.Toolbox("left-out", """{ "SitemapPart": { "OverrideSitemapConfig": true, "Exclude": true } }"""));
        await site.PublishAsync(PartsSite.Toolbox("not-left-out", """{ "SitemapPart": { "Exclude": true, "Priority": 9 } }"""));
        await site.PublishAsync(PartsSite.Toolbox("weekly", """{ "SitemapPart": { "OverrideSitemapConfig": true, "ChangeFrequency": "Weekly", "Priority": 8 } }"""));
        await site.PublishAsync(PartsSite.Toolbox("numbered", """{ "SitemapPart": { "OverrideSitemapConfig": true, "ChangeFrequency": 4, "Priority": "10" } }"""));
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var found = (await site.App.XmlAsync("/sitemap.xml")).Elements(map + "url")
            .Select(url => $"{new Uri(url.Element(map + "loc")!.Value).AbsolutePath} {url.Element(map + "changefreq")?.Value} {url.Element(map + "priority")?.Value}").ToList();
        Assert.DoesNotContain(found, line => line.StartsWith("/toolboxes/left-out", StringComparison.Ordinal));
        Assert.Contains("/toolboxes/not-left-out  ", found);
        Assert.Contains("/toolboxes/weekly weekly 0.8", found);
        Assert.Contains("/toolboxes/numbered monthly 1.0", found);
    }

    [Theory]
    [InlineData("\"Priority\": 11", "SitemapPart.Priority: 11 is not a priority")]
    [InlineData("\"ChangeFrequency\": \"often\"", "SitemapPart.ChangeFrequency: 'often' is not a frequency")]
    public async Task Publish_WrongSitemap_IsRefused(string property, string error)
        => Assert.StartsWith(error, Assert.Single(await site.ErrorsAsync(PartsSite.Toolbox("x", $$"""{ "SitemapPart": { "OverrideSitemapConfig": true, {{property}} } }"""))), StringComparison.Ordinal);

    private static Func<IElement, string> Show(string key) => meta => $"{meta.GetAttribute(key)}: {meta.GetAttribute("content")}";
}
