using AngleSharp.Dom;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

public sealed class HomeQuestionsTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Home_Questions_LeadToSectionsThatExist()
    {
        var home = await site.App.Client.PageAsync("/");

        var links = home.QuerySelectorAll(".questions a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
            var page = await site.App.Client.PageAsync(path);
            Assert.True(page.GetElementById(anchor) is { LocalName: "h2" or "h3" }, link);
        }
    }

    [Fact]
    public async Task Home_Sectors_CountWhatTheirSearchFinds()
    {
        var home = await site.App.Client.PageAsync("/");

        var sectors = home.QuerySelectorAll(".terms-list li").ToList();
        Assert.NotEmpty(sectors);
        foreach (var sector in sectors)
        {
            var results = await site.App.Client.PageAsync(sector.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Equal(sector.QuerySelector(".facet__count").Words(), results.QuerySelector("[data-results-heading]").Words());
        }
    }
}
