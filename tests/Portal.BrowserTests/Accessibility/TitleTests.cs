using System.Xml.Linq;
using AngleSharp.Html.Dom;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Portal.Testing;
using Xunit;

namespace Portal.BrowserTests.Accessibility;

/// <summary>All pages in the site's map, as text: titles tell them apart, and every link within the site leads to something.</summary>
public sealed class TitleTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Titles_AreUnique()
    {
        var pages = await AllPagesAsync();
        Assert.True(pages.Count > 140);
        Findings.AssertNone(pages.GroupBy(page => page.Value.Title).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(page => page.Key))}"));
        Findings.AssertNone(pages.Where(page => page.Value.QuerySelectorAll("h1").Length != 1).Select(page => page.Key));
    }

    [Fact]
    public async Task Links_WithAnAnchor_LeadToThatPlace()
    {
        var pages = await AllPagesAsync();
        var links = from page in pages
                    from anchor in page.Value.QuerySelectorAll("a[href*='#']")
                    let target = new Uri(new Uri("http://site" + page.Key), anchor.GetAttribute("href"))
                    where target.Host == "site"
                    select (From: page.Key, To: target.AbsolutePath, Id: Uri.UnescapeDataString(target.Fragment[1..]));
        var all = links.ToList();
        Assert.Contains(all, link => link.From == "/" && link.To.StartsWith("/handbooks/", StringComparison.Ordinal));
        Findings.AssertNone(all.Where(link => !pages.TryGetValue(link.To, out var target) || target.GetElementById(link.Id) is null).Select(link => $"{link.From}: {link.To}#{link.Id}"));
    }

    private async Task<Dictionary<string, IHtmlDocument>> AllPagesAsync()
    {
        var map = XDocument.Parse(await site.App.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken));
        var paths = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).AbsolutePath);
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        foreach (var path in paths.Append("/").Append("/search").Where(path => path != SampleContent.Broken).Distinct(StringComparer.Ordinal))
        {
            pages[path] = await site.App.Client.PageAsync(path);
        }

        return pages;
    }
}
