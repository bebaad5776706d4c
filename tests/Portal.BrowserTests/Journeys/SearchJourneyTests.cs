using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>Somebody with a question comes to the section that answers it.</summary>
public sealed class SearchJourneyTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Question = "What to do when a client does not consent?";
    private const string Answer = Addresses.Steps + "#when-the-client-does-not-consent";
    private const string Heading = "#when-the-client-does-not-consent";

    [Theory]
    [InlineData(Look.Narrow, true)]
    [InlineData(Look.Wide, true)]
    [InlineData(Look.Wide, false)]
    public async Task Search_PlainQuestion_LandsOnSectionByOneClick(int width, bool script)
    {
        var page = await OpenAsync("/", new Look(width) { Script = script });
        await page.Locator("#q").FillAsync(Question);
        await page.Locator(".search-box__button").ClickAsync();
        await page.AtAsync(address => address.StartsWith("/search?q=", StringComparison.Ordinal));
        Assert.Equal(Question, await page.Locator("#q").InputValueAsync());

        await page.Locator(".hit a", new() { HasText = "When the client does not consent" }).First.ClickAsync();

        await page.AtAsync(Answer);
        await page.InViewAsync(Heading);
        Assert.Equal("page", await page.Locator(".contents__list > li > a", new() { HasText = "Six steps" }).GetAttributeAsync("aria-current"));
    }

    [Fact]
    public async Task Search_ByKeyboard_LandsOnSection()
    {
        var page = await OpenAsync("/");
        await page.Keyboard.PressAsync("/");
        Assert.True(await page.Locator("#q").EvaluateAsync<bool>("box => box === document.activeElement && box.value === ''"));
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync(address => address.StartsWith("/search?q=", StringComparison.Ordinal));

        // Past the menu first, as the first link of every page offers.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(".facets__skip", atMost: 6);
        await page.Keyboard.PressAsync("Enter");
        // Past the three orders. A standard says what is required, the handbook what to do: both are among the first.
        await page.TabToAsync($".hit__heading a[href='{Answer}']", atMost: 9);
        await page.Keyboard.PressAsync("Enter");

        await page.AtAsync(Answer);
        await page.InViewAsync(Heading);
    }

    [Fact]
    public async Task Slash_WhileTyping_IsALetter()
    {
        var page = await OpenAsync("/glossary");
        await page.Locator("#term").FocusAsync();
        await page.Keyboard.TypeAsync("and/or");
        Assert.Equal("and/or", await page.Locator("#term").InputValueAsync());
    }

    [Fact]
    public async Task Questions_OnTheHomePage_LeadToTheirSections()
    {
        var page = await OpenAsync("/");
        var addresses = await page.Locator(".questions a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(addresses.Length >= 9);
        foreach (var address in addresses)
        {
            await GoAsync(page, address);
            await page.InViewAsync(address[address.IndexOf('#', StringComparison.Ordinal)..]);
        }
    }

    [Fact]
    public async Task Results_DidYouMean_LeadsToWhatWasMeant()
    {
        var page = await OpenAsync("/search?q=deradicalizasion");
        await page.Locator(".did-you-mean a").ClickAsync();
        await page.AtAsync(address => !address.Contains("deradicalizasion", StringComparison.Ordinal));
        Assert.True(await page.Locator(".hit").CountAsync() > 0);
    }

    [Fact]
    public async Task NotFound_ByItsSearchBox_LeadsOn()
    {
        var page = await OpenAsync("/handbooks/case-conference", status: 404);
        Assert.Equal("case conference", await page.Locator("main #q").InputValueAsync());
        await page.Locator("main .search-box__button").ClickAsync();
        await page.AtAsync("/search?q=case+conference");
        await page.Locator(".hit__title a").First.ClickAsync();
        await page.AtAsync(address => !address.Contains("/search", StringComparison.Ordinal));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }
}
