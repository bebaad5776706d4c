using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>The search box suggests while somebody types: a combobox by the ARIA pattern.</summary>
public sealed class SuggestionTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Box = "#q";
    private const string Options = ".suggestions [role=option]";

    [Theory]
    [InlineData(Look.Narrow)]
    [InlineData(Look.Wide)]
    public async Task Suggestions_ByArrowsAndEnter_LeadToTheirPage(int width)
    {
        var page = await OpenAsync("/glossary", new Look(width));
        await page.Locator(Box).FocusAsync();
        Assert.Equal(("combobox", "false"), (await page.Locator(Box).GetAttributeAsync("role"), await page.Locator(Box).GetAttributeAsync("aria-expanded")));
        await page.Keyboard.TypeAsync("six steps");
        await page.UntilAsync("options => document.querySelectorAll(options).length > 0", Options);
        Assert.Equal("true", await page.Locator(Box).GetAttributeAsync("aria-expanded"));

        await page.Keyboard.PressAsync("ArrowDown");
        var active = await page.Locator(Box).GetAttributeAsync("aria-activedescendant");
        Assert.Equal("true", await page.Locator($"#{active}").GetAttributeAsync("aria-selected"));
        Assert.True(await page.Locator($"#{active}").IsVisibleAsync());
        var url = await page.Locator($"#{active}").GetAttributeAsync("data-url");
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync(url!);
    }

    [Fact]
    public async Task Suggestions_Escape_ClosesAndKeepsWhatWasTyped()
    {
        var page = await OpenAsync("/glossary");
        await page.Locator(Box).FocusAsync();
        await page.Keyboard.TypeAsync("family");
        await page.UntilAsync("options => document.querySelectorAll(options).length > 0", Options);
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(await page.Locator(Options).Last.GetAttributeAsync("id"), await page.Locator(Box).GetAttributeAsync("aria-activedescendant"));

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal((0, "family"), (await page.Locator(Options).CountAsync(), await page.Locator(Box).InputValueAsync()));
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync("/search?q=family");
    }

    [Fact]
    public async Task Suggestions_ByPointer_LeadToTheirPage()
    {
        var page = await OpenAsync("/");
        await page.Locator(Box).FocusAsync();
        await page.Keyboard.TypeAsync("case conf");
        await page.UntilAsync("options => document.querySelectorAll(options).length > 0", Options);
        var url = await page.Locator(Options).First.GetAttributeAsync("data-url");
        await page.Locator(Options).First.ClickAsync();
        await page.AtAsync(url!);
    }

    [Fact]
    public async Task Suggestions_OfAMistypedWord_AreThoseMeant()
    {
        var page = await OpenAsync("/");
        await page.Locator(Box).FocusAsync();
        await page.Keyboard.TypeAsync("radicalisaton");
        await page.UntilAsync("options => [...document.querySelectorAll(options)].some(option => /radicalisation/i.test(option.textContent))", Options);
    }
}
