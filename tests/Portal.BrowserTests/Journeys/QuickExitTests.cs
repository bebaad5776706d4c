using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>Whoever must leave at once leaves by one click or three presses of a key, and 'back' does not lead to what was read.</summary>
public sealed class QuickExitTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Away = "https://www.wikipedia.org/";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaving_TakesThePageOutOfTheHistory(bool byKey)
    {
        var page = await NewPageAsync(Look.Desktop);
        await page.Context.RouteAsync(Away + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Elsewhere</title>" }));
        await GoAsync(page, "/about");
        await GoAsync(page, Addresses.LongChapter);
        if (byKey)
        {
            // Two presses are an accident, and what is typed between begins anew.
            foreach (var key in new[] { "Escape", "Escape", "a", "Escape", "Escape" })
            {
                await page.Keyboard.PressAsync(key);
            }

            Assert.EndsWith(Addresses.LongChapter, page.Url, StringComparison.Ordinal);
            await page.Keyboard.PressAsync("Escape");
        }
        else
        {
            await page.Locator("[data-quick-exit]").ClickAsync();
        }

        // Asked of the page itself: the word that a page which takes another's place has loaded may pass unheard.
        await page.WaitForFunctionAsync("() => document.title === 'Elsewhere' && document.readyState === 'complete'");
        Assert.Equal(Away, page.Url);
        await page.GoBackAsync();
        Assert.EndsWith("/about", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("main").IsVisibleAsync());
    }

    [Fact]
    public async Task Leaving_IsInReachFarDownAPage()
    {
        var page = await OpenAsync(Addresses.LongChapter, Look.Phone);
        await page.EvaluateAsync("() => scrollTo(0, 2000)");
        await page.InViewAsync("[data-quick-exit]");
    }
}
