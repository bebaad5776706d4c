using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>A civil society organisation finds who works with families in Dutch-speaking countries.</summary>
public sealed class CsoTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Found = "/organisations/family-support-centre";

    public static TheoryData<string> Ways => Visitors.Names;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task FamilySupport_InDutchSpeakingCountries_IsFoundByFilters(string visitor)
    {
        var look = Visitors.Look(visitor);
        var page = await OpenAsync("/", look);
        await page.Locator("main a[href='/organisations']").First.ClickAsync();
        await page.AtAsync("/organisations");
        var all = await page.Locator(".results-head__count").InnerTextAsync();

        await ChooseAsync(page, "country", "nl");
        await ChooseAsync(page, "country", "be");
        await ChooseAsync(page, "role", "family-support");

        Assert.NotEqual(all, await page.Locator(".results-head__count").InnerTextAsync());
        Assert.Equal(3, await page.Locator(".chip").CountAsync());
        var countries = await page.Locator(".row__above").AllInnerTextsAsync();
        Assert.All(countries, country => Assert.True(country.Contains("Netherlands", StringComparison.Ordinal) || country.Contains("Belgium", StringComparison.Ordinal), country));
        await page.Locator($".row a[href='{Found}']").ClickAsync();
        await page.AtAsync(Found);
        Assert.Contains("Listed, not vetted", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FamilySupport_ByKeyboardAlone()
    {
        var page = await OpenAsync("/organisations");
        foreach (var (facet, value) in new[] { ("role", "family-support"), ("country", "nl") })
        {
            await page.TabToAsync($".facet a[data-results='{facet}:{value}']", atMost: 90);
            await page.Keyboard.PressAsync("Enter");
            await page.AtAsync(address => address.Contains($"{facet}={value}", StringComparison.Ordinal));
        }

        await page.Locator("h1").ClickAsync();
        await page.TabToAsync($".row a[href='{Found}']", atMost: 120);
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync(Found);
    }

    [Fact]
    public async Task FamilySupport_AskedAsAQuestion_IsAmongTheFirst()
    {
        var page = await OpenAsync("/search?q=who+supports+families+in+the+Netherlands");
        Assert.True(await page.Locator(".hit a[href^='/organisations/']").CountAsync() > 0);
    }

    private static async Task ChooseAsync(IPage page, string facet, string value)
    {
        var option = page.Locator($".facet a[data-results='{facet}:{value}']");
        if (!await option.IsVisibleAsync() && await page.Locator(".facets__open").IsVisibleAsync())
        {
            await page.Locator(".facets__open").ClickAsync();
        }

        if (!await option.IsVisibleAsync())
        {
            await page.Locator($".facet:has(a[data-results='{facet}:{value}']) .facet__more > summary").ClickAsync();
        }

        await option.ClickAsync();
        await page.AtAsync(address => address.Contains($"{facet}={value}", StringComparison.Ordinal));
        await page.UntilAsync("text => document.querySelector(`.facet a[data-results='${text}']`)?.matches('[aria-current]') ?? false", $"{facet}:{value}");
        if (await page.Locator(".facets__close").IsVisibleAsync())
        {
            await page.Locator(".facets__close").ClickAsync();
        }
    }
}
