using System.Net;
using System.Xml.Linq;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>Feeds of what stands under a term, of whatever kind.</summary>
public sealed class TermFeedTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_OfATopic_HasItemsThatStandUnderIt()
    {
        var feed = await site.App.XmlAsync("/feeds/topic/exit-work.atom");
        var found = (await site.App.JsonAsync("/api/v1/search?topic=exit-work&size=100"))["total"]!.GetValue<int>();
        Assert.StartsWith("Topic: Exit work", feed.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(Math.Min(50, found), entries.Count);
        Assert.Equal(entries.Select(entry => entry.Element(Atom + "updated")!.Value).OrderDescending(StringComparer.Ordinal), entries.Select(entry => entry.Element(Atom + "updated")!.Value));
        Assert.Contains(feed.Elements(Atom + "link"), link => link.Attribute("href")!.Value == new Uri(site.App.Address, "/search?topic=exit-work").ToString());
    }

    [Theory]
    [InlineData("/feeds/topic/none.atom")]
    [InlineData("/feeds/none/exit-work.atom")]
    [InlineData("/feeds/topic/.atom")]
    public async Task Feed_OfNoTerm_IsNotThere(string url) => Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync(url));

    [Fact]
    public async Task Search_OfOneTerm_NamesItsFeed()
    {
        var page = await site.App.Client.PageAsync("/search?topic=exit-work");
        var feed = page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync(feed));
        Assert.Null((await site.App.Client.PageAsync("/search?topic=exit-work&sector=prison")).QuerySelector("link[type='application/atom+xml']"));
        Assert.Null((await site.App.Client.PageAsync("/search?topic=none")).QuerySelector("link[type='application/atom+xml']"));
    }
}
