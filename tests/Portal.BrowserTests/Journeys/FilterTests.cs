using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>Every state of a list has its address, reached the same with script and without.</summary>
public sealed class FilterTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    public static TheoryData<string, bool> Lists => new()
    {
        { "/handbooks", true }, { "/handbooks", false }, { Addresses.Results, true }, { Addresses.Results, false },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Filter_Chosen_NarrowsAndComesOffByItsChip(string path, bool script)
    {
        var page = await OpenAsync(path, Look.Desktop with { Script = script });
        var all = await CountAsync(page);
        var (option, expected) = await FirstOptionAsync(page, "topic");

        await option.ClickAsync();
        await page.WaitForURLAsync("**topic=*");
        await CountsAsync(page, expected);
        Assert.True(expected < all);
        Assert.Equal(1, await page.Locator(".chip").CountAsync());

        await page.Locator(".chip").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("topic=", StringComparison.Ordinal));
        await CountsAsync(page, all);
        Assert.Equal(0, await page.Locator(".chip").CountAsync());
        Assert.Equal(path.Replace("+", "%20", StringComparison.Ordinal), page.Address().Replace("+", "%20", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Filters_GoneBackFrom_AreAsTheyWere(string path, bool script)
    {
        var page = await OpenAsync(path, Look.Desktop with { Script = script });
        var all = await CountAsync(page);
        var (topic, byTopic) = await FirstOptionAsync(page, "topic");
        await topic.ClickAsync();
        await page.WaitForURLAsync("**topic=*");
        await CountsAsync(page, byTopic);
        var (audience, byBoth) = await FirstOptionAsync(page, "audience", byTopic);
        await audience.ClickAsync();
        await page.WaitForURLAsync("**audience=*");
        await CountsAsync(page, byBoth);

        await page.GoBackAsync();
        await CountsAsync(page, byTopic);
        Assert.DoesNotContain("audience=", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await CountsAsync(page, all);
        Assert.Equal(path.Replace("+", "%20", StringComparison.Ordinal), page.Address().Replace("+", "%20", StringComparison.Ordinal));
        await page.GoForwardAsync();
        await CountsAsync(page, byTopic);
        Assert.Equal(1, await page.Locator(".chip").CountAsync());
    }

    [Fact]
    public async Task Filter_ByKeyboard_KeepsTheFocusAndSaysWhatCame()
    {
        var page = await OpenAsync("/handbooks");
        var (option, expected) = await FirstOptionAsync(page, "topic");
        var name = await option.GetAttributeAsync("data-results");
        await option.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**topic=*");
        await page.UntilAsync("name => document.activeElement.dataset.results === name && document.activeElement.matches('[aria-current]')", name);
        await page.UntilAsync("text => [...document.querySelectorAll('[aria-live]')].some(region => region.textContent.startsWith(text))", $"{expected} handbook");

        // What was a chip is gone: reading goes on at the results.
        await page.Locator(".chip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync("() => document.activeElement.matches('[data-results-heading]')");
    }

    [Fact]
    public async Task Filters_WithScript_LoadNoPage()
    {
        var page = await OpenAsync(Addresses.Results);
        await page.EvaluateAsync("() => { window.same = true; }");
        await (await FirstOptionAsync(page, "topic")).Option.ClickAsync();
        await page.WaitForURLAsync("**topic=*");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
    }

    [Fact]
    public async Task Filters_OnAPhone_OpenAsASheetAndClose()
    {
        var page = await OpenAsync(Addresses.Results, Look.Phone);
        Assert.False(await page.Locator("#facets").IsVisibleAsync());
        await page.Locator(".facets__open").ClickAsync();
        var (option, expected) = await FirstOptionAsync(page, "topic");
        await option.ClickAsync();
        await CountsAsync(page, expected);
        Assert.True(await page.Locator("#facets").IsVisibleAsync());
        await page.Locator(".facets__close").ClickAsync();
        Assert.False(await page.Locator("#facets").IsVisibleAsync());
    }

    // An option that leaves something out, and how many it says it leaves.
    private static async Task<(ILocator Option, int Count)> FirstOptionAsync(IPage page, string facet, int? fewerThan = null)
    {
        var all = fewerThan ?? await CountAsync(page);
        foreach (var option in await page.Locator($"a[data-results^='{facet}:']:not([aria-current]):visible").AllAsync())
        {
            var count = await option.Locator(".facet__count").EvaluateAsync<int>("element => parseInt(element.textContent)");
            if (count > 1 && count < all)
            {
                return (page.Locator($"a[data-results='{await option.GetAttributeAsync("data-results")}']"), count);
            }
        }

        throw new InvalidOperationException($"{page.Url} has no filter of {facet} that would narrow {all}.");
    }

    private static Task<int> CountAsync(IPage page) => page.Locator("[data-results-heading]").EvaluateAsync<int>("element => parseInt(element.textContent)");

    private static Task CountsAsync(IPage page, int expected)
        => page.UntilAsync("count => parseInt(document.querySelector('[data-results-heading]')?.textContent) === count", expected);
}
