using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>On paper stands what is needed without the site: the text, what its words mean, where it came from; no navigation.</summary>
public sealed class PrintTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private static readonly string[] Navigation =
    [
        ".skip-link", ".search-box", ".site-menu", ".breadcrumbs", ".contents", ".pager", ".page-tools", ".heading-link", ".checklist__tools", ".term-note__links", ".site-footer__links",
    ];

    [Fact]
    public async Task Chapter_OnPaper_HasNoNavigation()
    {
        var page = await PrintedAsync(SampleContent.Everything);
        foreach (var selector in Navigation)
        {
            Assert.True(await page.Locator($"{selector}:visible").CountAsync() == 0, $"{selector} is printed");
        }
    }

    [Fact]
    public async Task Chapter_OnPaper_ExplainsItsTermsAndSaysWhereItStands()
    {
        var page = await PrintedAsync(SampleContent.Everything);
        var terms = await page.Locator(".prose .term").CountAsync();
        Assert.True(terms > 1);
        Assert.Equal(terms, await page.Locator(".term-note:visible").CountAsync());
        Assert.True(await page.GetByText("Terms explained").IsVisibleAsync());
        Assert.Equal(new Uri(Site.App.Address, SampleContent.Everything).ToString(), await page.Locator(".print-address").InnerTextAsync());
        Assert.True(await page.Locator(".print-address").IsVisibleAsync());
        Assert.Equal(
            "\" (\" \"https://www.coe.int/en/web/portal\" \")\"",
            (await page.Locator(".prose a[href^='https://www.coe.int']").EvaluateAsync<string>("link => getComputedStyle(link, '::after').content"))
                .Replace("\" (https://www.coe.int/en/web/portal)\"", "\" (\" \"https://www.coe.int/en/web/portal\" \")\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chapter_OnPaper_NamesItsSources()
    {
        var page = await PrintedAsync(Addresses.LongChapter);
        Assert.True(await page.Locator(".sources li").First.IsVisibleAsync());
        Assert.True(await page.Locator(".facts").GetByText("Next review by").IsVisibleAsync());
    }

    [Fact]
    public async Task Callouts_OnPaper_AreToldApartWithoutColour()
    {
        var page = await PrintedAsync(SampleContent.Everything);
        var looks = await page.Locator(".callout").EvaluateAllAsync<string[]>(
            """
            callouts => callouts.map(callout => {
              const style = getComputedStyle(callout);
              return `${callout.querySelector('.callout__label').innerText}: ${style.borderTopWidth} ${style.borderLeftStyle}`;
            })
            """);
        Assert.Equal(8, looks.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(looks, look => look.StartsWith("Warning", StringComparison.OrdinalIgnoreCase) && !look.Contains(" 0px", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chapter_AsPdf_HasPagesAndDarkModeDoesNotBlackenThem()
    {
        var page = await OpenAsync(Addresses.LongChapter, Look.Desktop with { Dark = true });
        var pdf = await page.PdfAsync(new() { Format = "A4", Tagged = true });
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.True(pdf.Length > 20_000);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor.replace('rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)')"));
        Assert.True(await page.EvaluateAsync<bool>("() => getComputedStyle(document.querySelector('.prose')).color.match(/\\d+/g).every(part => part < 60)"));
    }

    [Fact]
    public async Task PrintButton_WithoutScript_IsNotShown()
    {
        var page = await OpenAsync(Addresses.LongChapter, Look.Desktop with { Script = false });
        Assert.False(await page.Locator("[data-print]").IsVisibleAsync());
        var withScript = await OpenAsync(Addresses.LongChapter);
        Assert.True(await withScript.Locator("[data-print]").IsVisibleAsync());
    }

    private async Task<IPage> PrintedAsync(string path)
    {
        var page = await OpenAsync(path);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        return page;
    }
}
