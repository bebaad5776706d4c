using System.Xml.Linq;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>Every page of an item leads to others like it.</summary>
public sealed class RelatedPagesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // About the site itself: nothing that is written of the work is like them.
    private static readonly string[] Alone = ["/about", "/about/accessibility", "/about/privacy"];

    [Fact]
    public async Task Get_EveryItem_HasRelated_ExceptWhatIsAboutTheSite()
    {
        var without = new List<string>();
        var lists = site.App.Get<SitePages>().Listed.ToHashSet(StringComparer.Ordinal);
        foreach (var path in (await site.App.XmlAsync("/sitemap.xml")).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).AbsolutePath).Where(path => !lists.Contains(path)))
        {
            var related = (await site.App.Client.PageAsync(path)).QuerySelectorAll("aside section").Where(section => section.QuerySelector("h2").Words() == "Related").ToList();
            if (related.Count == 0)
            {
                without.Add(path);
                continue;
            }

            var links = Assert.Single(related).QuerySelectorAll("li a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.InRange(links.Count, 1, 5);
            Assert.Equal(links.Count, links.Distinct().Count());
            Assert.DoesNotContain(path, links);
        }

        Assert.Equal(Alone, without.Order(StringComparer.Ordinal));
    }
}
