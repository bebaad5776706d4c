using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>The link beside a heading leads to it, and with script copies its address.</summary>
public sealed class HeadingLinkTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Heading = "#a-table";

    [Fact]
    public async Task Link_OfAHeading_CopiesItsAddressAndSaysSo()
    {
        var page = await OpenAsync(SampleContent.Everything);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator(Heading).HoverAsync();
        await page.Locator($"{Heading} .heading-link").ClickAsync();

        var address = new Uri(Site.App.Address, SampleContent.Everything + Heading).ToString();
        await page.UntilAsync("async address => await navigator.clipboard.readText() === address", address);
        Assert.Equal("\"Link copied\"", await page.Locator($"{Heading} .heading-link").EvaluateAsync<string>("link => getComputedStyle(link, '::after').content"));
        await page.UntilAsync("() => [...document.querySelectorAll('[aria-live]')].some(region => region.textContent === 'Link copied')");
        Assert.Equal(SampleContent.Everything + Heading, page.Address());
        await page.UntilAsync("() => !document.querySelector('.is-copied')");
    }

    [Fact]
    public async Task Link_WithoutScript_LeadsToItsHeading()
    {
        var page = await OpenAsync(SampleContent.Everything, Look.Desktop with { Script = false });
        await page.Locator(Heading).HoverAsync();
        await page.Locator($"{Heading} .heading-link").ClickAsync();
        Assert.Equal(SampleContent.Everything + Heading, page.Address());
        await page.InViewAsync(Heading);
    }

    [Fact]
    public async Task Link_ByKeyboard_IsSeenWhenItHasTheFocus()
    {
        var page = await OpenAsync(SampleContent.Everything);
        var link = page.Locator($"{Heading} .heading-link");
        Assert.Equal("0", await link.EvaluateAsync<string>("link => getComputedStyle(link).opacity"));
        await page.Locator(Heading).ClickAsync();
        await page.TabToAsync($"{Heading} .heading-link", atMost: 3);
        Assert.Equal("1", await link.EvaluateAsync<string>("link => getComputedStyle(link).opacity"));
    }
}
