using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>By keyboard alone one sees where one is, and comes everywhere.</summary>
public sealed class KeyboardTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData("/", Look.Narrow)]
    [InlineData("/", Look.Wide)]
    [InlineData("/handbooks", Look.Narrow)]
    [InlineData("/handbooks", Look.Wide)]
    [InlineData(Addresses.Procedure, Look.Wide)]
    [InlineData(SampleContent.Everything, Look.Narrow)]
    [InlineData(SampleContent.Everything, Look.Wide)]
    [InlineData(Addresses.Results, Look.Narrow)]
    [InlineData(Addresses.Results, Look.Wide)]
    public async Task Focus_OnEveryStop_CanBeSeen(string path, int width)
    {
        // Scrolling that takes its time would be looked at half-way.
        var page = await OpenAsync(path, new Look(width) { ReducedMotion = true });
        var (findings, stops) = await page.TabThroughAsync(atMost: 250);
        Findings.AssertNone(findings);
        Assert.True(stops > 10);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Addresses.LongChapter)]
    [InlineData(Addresses.Results)]
    public async Task SkipLink_LeadsPastTheHeader(string path)
    {
        var page = await OpenAsync(path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the text", await page.FocusedAsync());
        await page.InViewAsync(".skip-link");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"), await page.FocusedAsync());
    }

    [Fact]
    public async Task Filters_OnSearch_CanBeSkipped()
    {
        var page = await OpenAsync(Addresses.Results);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(".facets__skip", atMost: 6);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('.sort') !== null"), await page.FocusedAsync());
        await page.TabToAsync(".hit a", atMost: 4);
    }

    [Fact]
    public async Task Menu_OnAPhone_OpensByKeyboard()
    {
        var page = await OpenAsync("/", Look.Phone);
        Assert.False(await page.Locator(".site-menu__list").IsVisibleAsync());
        await page.TabToAsync(".site-menu > summary", atMost: 6);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Handbooks", await page.FocusedAsync());
    }
}
