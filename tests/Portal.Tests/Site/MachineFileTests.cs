using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>What search engines, browsers and feed readers fetch: robots.txt, the site's map, OpenSearch, Atom.</summary>
public sealed class MachineFileTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Search = "http://a9.com/-/spec/opensearch/1.1/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Root => site.App.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Robots_NamesTheMapAndKeepsOffSearch()
    {
        using var response = await site.App.GetAsync("/robots.txt");
        Assert.StartsWith("text/plain", response.Header("Content-Type"), StringComparison.Ordinal);
        var lines = (await response.Content.ReadAsStringAsync(Token)).Split('\n');
        Assert.Equal("User-agent: *", lines[0]);
        Assert.Contains("Disallow: /search", lines);
        Assert.Contains("Disallow: /api/", lines);
        Assert.Contains($"Sitemap: {Root}/sitemap.xml", lines);
    }

    [Fact]
    public async Task Sitemap_HoldsThePublishedPathsAndTheLists_AndNothingElse()
    {
        var map = await site.App.XmlAsync("/sitemap.xml");
        Assert.Equal(Map + "urlset", map.Name);
        var addresses = map.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();

        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        var paths = await session.QueryAsync<string>("select p.path from content_path p join content_item i on i.version_id = p.version_id where i.published = 1", null, Token);
        Assert.Equal(ReadySite.Pages, paths.Count);
        Assert.Equal(paths.Select(path => $"{Root}/{path}").Concat(site.App.Get<SitePages>().Listed.Select(path => Root + path)).Order(StringComparer.Ordinal), addresses.Order(StringComparer.Ordinal));
        Assert.All(map.Elements(Map + "url").Elements(Map + "lastmod"), date => Assert.True(DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
    }

    [Fact]
    public async Task Sitemap_EveryAddress_IsAPage()
    {
        foreach (var url in (await site.App.XmlAsync("/sitemap.xml")).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).PathAndQuery))
        {
            Assert.Equal((url, HttpStatusCode.OK), (url, await site.App.StatusAsync(url)));
        }
    }

    [Fact]
    public async Task OpenSearch_GivesATemplateThatFinds()
    {
        using var response = await site.App.GetAsync("/opensearch.xml");
        Assert.StartsWith("application/opensearchdescription+xml", response.Header("Content-Type"), StringComparison.Ordinal);
        var description = XElement.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(Search + "OpenSearchDescription", description.Name);
        Assert.InRange(description.Element(Search + "ShortName")!.Value.Length, 1, 16);
        Assert.InRange(description.Element(Search + "Description")!.Value.Length, 1, 1024);

        var html = description.Elements(Search + "Url").Single(url => url.Attribute("type")!.Value == "text/html").Attribute("template")!.Value;
        Assert.Equal($"{Root}/search?q={{searchTerms}}", html);
        Assert.Contains("<mark>", await site.App.TextAsync(html[Root.Length..].Replace("{searchTerms}", "prison", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenSearch_ShowsTheThemesOwnIcon()
    {
        var image = (await site.App.XmlAsync("/opensearch.xml")).Element(Search + "Image")!;
        Assert.Equal(("image/svg+xml", $"{Root}/_content/Commons/favicon.svg"), (image.Attribute("type")!.Value, image.Value));
        using var icon = await site.App.GetAsync(image.Value[Root.Length..]);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (icon.StatusCode, icon.Header("Content-Type")));

        await using var other = await PortalApplication.StartAsync();
        await other.ChangeAsync(async session =>
        {
            await other.Get<DocumentStore>().PutAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, new JsonObject { ["Theme"] = "Other" }, Token);
            other.Get<ChangeFeed>().Add(session, [ChangeFeed.Settings]);
        });
        Assert.EndsWith("/_content/Other/favicon.svg", (await other.XmlAsync("/opensearch.xml")).Element(Search + "Image")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenSearch_IsNamedByEveryPage()
    {
        var link = (await site.App.Client.PageAsync("/")).QuerySelector("link[rel=search]")!;
        Assert.Equal(("/opensearch.xml", "application/opensearchdescription+xml"), (link.GetAttribute("href"), link.GetAttribute("type")));
    }

    [Theory]
    [InlineData("handbooks", 5)]
    [InlineData("glossary", 50)]
    public async Task Feed_IsAtomWithWhatItNeeds_NewestFirst(string list, int entries)
    {
        using var response = await site.App.GetAsync($"/feeds/{list}.atom");
        Assert.StartsWith("application/atom+xml", response.Header("Content-Type"), StringComparison.Ordinal);
        var feed = XElement.Parse(await response.Content.ReadAsStringAsync(Token));

        // RFC 4287: a feed and an entry must each have an id, a title and a date, and somebody who wrote it.
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal($"urn:portal:feed:{list}", feed.Element(Atom + "id")!.Value);
        Assert.DoesNotContain("system", feed.Descendants(Atom + "name").Select(name => name.Value));
        Assert.Equal($"{Root}/feeds/{list}.atom", Link(feed, "self"));
        Assert.Equal($"{Root}/{list}", Link(feed, "alternate"));
        Assert.Equal(entries, feed.Elements(Atom + "entry").Count());
        foreach (var element in feed.Elements(Atom + "entry").Append(feed))
        {
            Assert.NotEmpty(element.Element(Atom + "id")!.Value);
            Assert.NotEmpty(element.Element(Atom + "title")!.Value);
            Assert.True(Updated(element) > DateTimeOffset.UnixEpoch);
        }

        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.StartsWith(Root + "/", Link(entry, "alternate"), StringComparison.Ordinal);
        }

        var dates = feed.Elements(Atom + "entry").Select(Updated).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.Equal(dates[0], Updated(feed));
        Assert.Equal(entries, feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("/feeds/none.atom")]
    [InlineData("/feeds/handbooks")]
    [InlineData("/feeds/handbooks.rss")]
    public async Task Feed_ThatIsNotThere_Is404(string url) => Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync(url));

    private static string? Link(XElement element, string relation)
        => element.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static DateTimeOffset Updated(XElement element)
        => DateTimeOffset.ParseExact(element.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
