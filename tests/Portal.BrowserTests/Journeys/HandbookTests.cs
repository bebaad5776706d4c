using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>A handbook is read from its first chapter to its last, and back.</summary>
public sealed class HandbookTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task Chapters_ByNextAndPrevious_FollowTheContents()
    {
        var page = await OpenAsync(Addresses.Procedure);
        var chapters = await page.Locator(".chapters__title a").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)");
        Assert.True(chapters.Length >= 8);
        await page.Locator(".chapters__title a").First.ClickAsync();
        await page.WaitForURLAsync($"**{chapters[0]}");
        Assert.Equal(0, await page.Locator(".pager__previous").CountAsync());

        foreach (var chapter in chapters.Skip(1))
        {
            var title = await page.Locator(".pager__next .pager__title").InnerTextAsync();
            await page.Locator(".pager__next").ClickAsync();
            await page.WaitForURLAsync($"**{chapter}");
            Assert.Equal(title, await page.Locator("h1").InnerTextAsync());
            Assert.Equal(chapter, await page.Locator(".contents__list a[aria-current=page]").GetAttributeAsync("href"));
        }

        Assert.Equal(0, await page.Locator(".pager__next").CountAsync());
        foreach (var chapter in chapters.Reverse().Skip(1))
        {
            await page.Locator(".pager__previous").ClickAsync();
            await page.WaitForURLAsync($"**{chapter}");
        }
    }

    [Fact]
    public async Task Steps_OfAProcedure_AreNumbered()
    {
        var page = await OpenAsync(Addresses.Procedure);
        var numbers = await page.Locator(".chapters__number").AllInnerTextsAsync();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => $"{number}"), numbers);
        await page.Locator(".chapters__item", new() { Has = page.Locator(".chapters__number", new() { HasText = "3" }) }).Locator("a").ClickAsync();
        await page.WaitForURLAsync($"**{Addresses.Procedure}/*");
        Assert.Equal($"Step 3 of {numbers.Count}", await page.Locator(".page-head__kind").InnerTextAsync());
    }

    [Fact]
    public async Task Crumbs_LeadBackToTheHandbook()
    {
        var page = await OpenAsync(Addresses.LongChapter);
        var crumbs = page.Locator(".breadcrumbs a");
        Assert.Equal(["Home", "Handbooks"], (await crumbs.AllInnerTextsAsync()).Take(2));
        await crumbs.Last.ClickAsync();
        await page.WaitForURLAsync($"**{Addresses.Procedure}");
    }

    [Fact]
    public async Task Chapter_Overdue_SaysSinceWhen()
    {
        var page = await OpenAsync(SampleContent.Everything);
        Assert.Contains("Review overdue since 31 January 2020", await page.Locator(".notice--attention").InnerTextAsync(), StringComparison.Ordinal);
    }
}
