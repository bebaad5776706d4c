using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>Terms in a text are explained in place, with or without script.</summary>
public sealed class TermTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Open = ".term-note:popover-open";

    [Theory]
    [InlineData(Look.Narrow, true)]
    [InlineData(Look.Narrow, false)]
    [InlineData(Look.Wide, true)]
    [InlineData(Look.Wide, false)]
    public async Task Term_ByClick_IsExplained(int width, bool script)
    {
        var page = await OpenAsync(SampleContent.Everything, new Look(width) { Script = script });
        Assert.False(await page.Locator(".term-note").First.IsVisibleAsync());

        await page.Locator(".prose .term").First.ClickAsync();

        Assert.Equal("Case management", await page.Locator($"{Open} .term-note__term").InnerTextAsync());
        Assert.False(await page.Locator($"{Open} .print-only").IsVisibleAsync());
        var note = (await page.Locator(Open).BoundingBoxAsync())!;
        Assert.InRange(note.X + note.Width, 100, width);
        Assert.InRange(note.Y + note.Height, 60, 900);

        await page.Locator($"{Open} .term-note__close").ClickAsync();
        Assert.Equal(0, await page.Locator(Open).CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Term_ByKeyboard_OpensAndGivesTheFocusBack(bool script)
    {
        var page = await OpenAsync(SampleContent.Everything, Look.Desktop with { Script = script });
        await page.Locator(".prose .term").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await page.Locator(Open).CountAsync());

        // What is explained comes next, not at the end of the page.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("In the glossary", await page.FocusedAsync());

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(Open).CountAsync());
        Assert.Equal("Case management", await page.FocusedAsync());
    }

    [Fact]
    public async Task Term_Explained_LeadsToTheGlossary()
    {
        var page = await OpenAsync(SampleContent.Everything);
        await page.Locator(".prose .term").First.ClickAsync();
        await page.Locator($"{Open} a").ClickAsync();
        await page.AtAsync("/glossary/case-management");
        Assert.Equal("Case management", await page.Locator("h1").InnerTextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Glossary_Sought_ShowsOnlyWhatHasTheWords(bool script)
    {
        var page = await OpenAsync("/glossary", Look.Desktop with { Script = script });
        var all = await page.Locator(".glossary-entry:visible").CountAsync();
        await page.Locator("#term").FillAsync("mentoring");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#aftercare").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        Assert.InRange(await page.Locator(".glossary-entry:visible").CountAsync(), 1, all / 2);
        Assert.True(await page.Locator("#mentoring").IsVisibleAsync());
    }
}
