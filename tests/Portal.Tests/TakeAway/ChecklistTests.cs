using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.TakeAway;

/// <summary>All checklists of a handbook on one page, with the boxes of the pages that they come from.</summary>
public sealed class ChecklistTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Handbook = "/handbooks/managing-an-exit-programme";

    [Fact]
    public async Task Get_OfAHandbook_HasEveryBoxOfItsChaptersInTheirOrder()
    {
        var expected = new List<string>();
        var chapters = (await site.App.Client.PageAsync(Handbook)).QuerySelectorAll(".chapters__title a").Select(link => link.GetAttribute("href")!);
        foreach (var chapter in chapters)
        {
            expected.AddRange((await site.App.Client.PageAsync(chapter)).QuerySelectorAll(".callout--checklist .checklist label").Select(label => label.Words()));
        }

        var page = await site.App.Client.PageAsync("/checklist" + Handbook);
        Assert.True(expected.Count > 20);
        Assert.Equal(expected, page.QuerySelectorAll(".callout--checklist .checklist label").Select(label => label.Words()));
        Assert.Equal(expected.Count, page.QuerySelectorAll(".checklist input[type=checkbox]").Length);
        Assert.Empty(page.QuerySelectorAll("main [popovertarget]"));
    }

    // The script keeps a page's ticks under its path and the list's number on it.
    [Fact]
    public async Task Get_OfAHandbook_NamesEachListByItsPlaceOnItsPage()
    {
        var page = await site.App.Client.PageAsync("/checklist" + Handbook);
        var keys = page.QuerySelectorAll("[data-checklist]").Select(list => list.GetAttribute("data-checklist")!).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        foreach (var key in keys)
        {
            var (path, place) = (key[..key.LastIndexOf(':')], int.Parse(key[(key.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
            var list = (await site.App.Client.PageAsync(path)).QuerySelectorAll(".callout--checklist")[place];
            Assert.Equal(list.QuerySelector("label").Words(), page.QuerySelector($"[data-checklist='{key}'] label").Words());
        }
    }

    [Fact]
    public async Task Handbook_LinksToIt()
    {
        Assert.NotNull((await site.App.Client.PageAsync(Handbook)).QuerySelector($"a[href='/checklist{Handbook}']"));
        Assert.Equal(HttpStatusCode.MovedPermanently, await site.App.StatusAsync("/checklist/HANDBOOKS/managing-an-exit-programme"));
    }

    [Theory]
    [InlineData("/checklist")]
    [InlineData("/checklist/none")]
    [InlineData("/checklist/about")]
    public async Task Get_OfAPageWithoutOne_IsNotThere(string url) => Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync(url));
}
