using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>A policymaker compares Belgium, Finland and Germany and prints what they see.</summary>
public sealed class PolicymakerTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Compared = "/country-models/compare?c=belgium&c=finland&c=germany";
    private static readonly string[] Countries = ["Belgium", "Finland", "Germany"];

    public static TheoryData<string> Ways => Visitors.Names;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Comparison_IsChosenFromTheListAndPrinted(string visitor)
    {
        var page = await OpenAsync("/", Visitors.Look(visitor));
        await page.Locator("main a[href='/country-models']").First.ClickAsync();
        await page.AtAsync("/country-models");
        foreach (var country in Countries)
        {
            await page.Locator($".choice input[value='{country.ToLowerInvariant()}']").CheckAsync();
        }

        await page.Locator(".choice button[type=submit]").ClickAsync();
        await page.AtAsync(Compared);
        Assert.Equal("Belgium, Finland and Germany compared", await page.Locator("h1").InnerTextAsync());
        Assert.True(await page.Locator(".compare__table").GetByText("Differs").CountAsync() > 0);
        await PrintedAsync(page);
    }

    [Fact]
    public async Task Comparison_ByKeyboardAlone()
    {
        var page = await OpenAsync("/country-models");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(".facets__skip", atMost: 80);
        await page.Keyboard.PressAsync("Enter");
        foreach (var country in Countries)
        {
            await page.TabToAsync($".choice input[value='{country.ToLowerInvariant()}']", atMost: 40);
            await page.Keyboard.PressAsync("Space");
        }

        await page.TabToAsync(".choice button[type=submit]", atMost: 40);
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync(Compared);
    }

    [Fact]
    public async Task Comparison_AsPdf_IsTheSame()
    {
        var page = await OpenAsync(Compared);
        var address = await page.Locator("a[type='application/pdf']").GetAttributeAsync("href");
        var pdf = await page.APIRequest.GetAsync(new Uri(Site.App.Address, address).ToString());
        Assert.Equal(200, pdf.Status);
        Assert.Equal("%PDF-"u8.ToArray(), (await pdf.BodyAsync())[..5]);
    }

    // All countries are on the sheet, side by side, and nothing of the site's ways about.
    private static async Task PrintedAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(1046, 740);
        foreach (var country in Countries)
        {
            var head = page.Locator(".compare__table thead").GetByText(country, new() { Exact = true });
            var box = await head.BoundingBoxAsync();
            Assert.True(box is { X: >= 0 } && box.X + box.Width <= 1046, $"{country} is not on the sheet");
        }

        Assert.False(await page.Locator(".compare-form").IsVisibleAsync());
        Assert.False(await page.Locator(".site-menu").IsVisibleAsync());
        Assert.EndsWith(Compared, await page.Locator(".print-address").InnerTextAsync(), StringComparison.Ordinal);
    }
}
