using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>A practitioner finds the six steps to sharing information from a plain question, within two clicks.</summary>
public sealed class PractitionerTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Question = "May I share information about a client?";
    private const string Answer = $".hit a[href^='{Addresses.Steps}']";

    public static TheoryData<string> Ways => Visitors.Names;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task SixSteps_AreTwoClicksFromAPlainQuestion(string visitor)
    {
        var page = await OpenAsync("/", Visitors.Look(visitor));
        await page.Locator("#q").FillAsync(Question);
        await page.Locator(".search-box__button").ClickAsync();
        await page.AtAsync(address => address.StartsWith("/search?q=", StringComparison.Ordinal));
        await page.Locator(Answer).First.ClickAsync();

        await page.AtAsync(address => address.StartsWith(Addresses.Steps, StringComparison.Ordinal));
        if (page.Address().Split('#') is [_, var section])
        {
            await page.InViewAsync("#" + section);
        }

        Assert.Equal(6, await page.Locator("main ol.steps > li, main .callout--steps ol > li").CountAsync());
    }

    [Fact]
    public async Task SixSteps_ByKeyboardAlone()
    {
        var page = await OpenAsync("/");
        await page.TabToAsync("#q", atMost: 20);
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync(address => address.StartsWith("/search?q=", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(".facets__skip", atMost: 6);
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync($".hit a[href^='{Addresses.Steps}']", atMost: 20);
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync(address => address.StartsWith(Addresses.Steps, StringComparison.Ordinal));
    }
}
