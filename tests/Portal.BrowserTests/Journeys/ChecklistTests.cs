using System.Text.Json;
using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>Ticks stay in the reader's browser until the reader clears them.</summary>
public sealed class ChecklistTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Stored = "() => Object.entries(localStorage).map(([key, value]) => `${key} = ${value}`)";

    [Fact]
    public async Task Ticks_AfterAReload_AreThere_AndNothingElseIsKept()
    {
        var page = await OpenAsync(Addresses.Checklist);
        var boxes = page.Locator(".checklist input");
        await boxes.Nth(0).CheckAsync();
        await page.Locator(".checklist label").Nth(2).ClickAsync(new() { Position = new() { X = 60, Y = 8 } });
        var labels = await page.Locator(".checklist label").AllInnerTextsAsync();
        var stored = Assert.Single(await page.EvaluateAsync<string[]>(Stored)).Split(" = ", 2);
        Assert.Equal($"checklist:{Addresses.Checklist}:0", stored[0]);
        Assert.Equal([labels[0].Trim(), labels[2].Trim()], JsonSerializer.Deserialize<string[]>(stored[1])!);

        await page.ReloadAsync();
        Assert.Equal("1010", await TicksAsync(boxes, 4));
        Assert.Contains("2 of", await page.Locator(".checklist__tools").First.InnerTextAsync(), StringComparison.Ordinal);

        await boxes.Nth(0).UncheckAsync();
        await page.ReloadAsync();
        Assert.Equal("0010", await TicksAsync(boxes, 4));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Ticks_OfTheGatheredLists_AreThoseOfTheirPages()
    {
        var page = await OpenAsync(Addresses.Checklist);
        await page.Locator(".checklist input").Nth(1).CheckAsync();
        await GoAsync(page, "/checklist" + Addresses.Procedure);
        var list = page.Locator($"[data-checklist='{Addresses.Checklist}:0']");
        Assert.Equal("01", await TicksAsync(list.Locator("input"), 2));
        await list.Locator("input").Nth(0).CheckAsync();
        await GoAsync(page, Addresses.Checklist);
        Assert.Equal("11", await TicksAsync(page.Locator(".checklist input"), 2));

        await GoAsync(page, "/checklist" + Addresses.Procedure);
        await page.Locator("[data-clear-ticks]").ClickAsync();
        Assert.Equal(0, await page.Locator(".checklist input:checked").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>(Stored));
    }

    [Fact]
    public async Task Ticks_AfterALineWasPutInFront_BelongToTheSameLines()
    {
        var page = await OpenAsync(Addresses.Checklist);
        await page.Locator(".checklist input").Nth(1).CheckAsync();

        // The script runs after the document is read: a line that is there by then stands for one that an editor added.
        await page.AddInitScriptAsync(
            """
            document.addEventListener('readystatechange', () => {
              const first = document.querySelector('.checklist li');
              const added = first.cloneNode(true);
              added.querySelector('span').textContent = 'A new line';
              first.before(added);
            }, { once: true });
            """);
        await page.ReloadAsync();
        Assert.Equal("0010", await TicksAsync(page.Locator(".checklist input"), 4));
    }

    [Fact]
    public async Task Ticks_Cleared_AreGoneFromPageAndStorage()
    {
        var page = await OpenAsync(Addresses.Checklist);
        var clear = page.Locator(".checklist__tools button").First;
        Assert.False(await clear.IsVisibleAsync());
        await page.Locator(".checklist input").Nth(1).CheckAsync();

        await clear.ClickAsync();
        Assert.Equal("INPUT", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        Assert.Empty(await page.EvaluateAsync<string[]>(Stored));
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator(".checklist input:checked").CountAsync());
    }

    [Fact]
    public async Task Ticks_OfOneList_AreNotThoseOfAnother()
    {
        var page = await OpenAsync(Addresses.Checklist);
        await page.Locator(".callout--checklist").Nth(1).Locator("input").First.CheckAsync();
        await GoAsync(page, SampleContent.Everything);
        Assert.Equal(0, await page.Locator(".checklist input:checked").CountAsync());
        await GoAsync(page, Addresses.Checklist);
        Assert.Equal(1, await page.Locator(".checklist input:checked").CountAsync());
        Assert.True(await page.Locator(".callout--checklist").Nth(1).Locator("input").First.IsCheckedAsync());
    }

    [Fact]
    public async Task Ticks_WithoutScript_CanBeMade()
    {
        var page = await OpenAsync(Addresses.Checklist, Look.Desktop with { Script = false });
        await page.Locator(".checklist input").First.CheckAsync();
        Assert.True(await page.Locator(".checklist input").First.IsCheckedAsync());
        Assert.Equal(0, await page.Locator(".checklist__tools").CountAsync());
    }

    private static Task<string> TicksAsync(ILocator boxes, int count)
        => boxes.EvaluateAllAsync<string>("(boxes, count) => boxes.slice(0, count).map(box => box.checked ? 1 : 0).join('')", count);
}
