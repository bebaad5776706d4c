using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Accessibility;

/// <summary>axe finds nothing on any page in any state, on a phone and on a desk, by day and by night.</summary>
public sealed class AccessibilityTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> States => [.. PageState.All.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Page_InEveryLook_HasNoFindings(string name)
    {
        var state = PageState.All[name];
        ExpectedWarning = state.Status == 500 ? "unhandled exception" : null;
        var page = await NewPageAsync(Look.Phone);
        var findings = new List<string>();
        foreach (var width in new[] { Look.Narrow, Look.Wide })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await state.ShowAsync(page, GoAsync);
            findings.AddRange((await Axe.CheckAsync(page)).Select(finding => $"{width} light: {finding}"));
            findings.AddRange(await CheckReadingTextAsync(page, $"{width} light"));
            findings.AddRange((await FrameAsync(page)).Select(finding => $"{width}: {finding}"));

            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            findings.AddRange((await Axe.CheckColoursAsync(page)).Select(finding => $"{width} dark: {finding}"));
            findings.AddRange(await CheckReadingTextAsync(page, $"{width} dark"));
        }

        Findings.AssertNone(findings);
    }

    private static async Task<IEnumerable<string>> CheckReadingTextAsync(IPage page, string look)
        => await page.Locator(".prose").CountAsync() > 0 ? (await Axe.CheckReadingTextAsync(page)).Select(finding => $"{look}: {finding}") : [];

    // What axe takes as given or lets pass: one heading of the first rank, the language, ids that are used once, a skip link that comes first.
    private static async Task<string[]> FrameAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const findings = [];
          const headings = document.querySelectorAll('h1').length;
          if (headings !== 1) findings.push(`${headings} h1`);
          if (document.documentElement.lang !== 'en') findings.push('no language');
          if (!document.title.includes(' – ') && location.pathname !== '/') findings.push(`title "${document.title}"`);
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
          const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
          if (twice.length > 0) findings.push(`id used twice: ${twice}`);
          const first = document.querySelector('a, button, input, summary');
          if (!document.querySelector(first.getAttribute('href'))?.matches('main')) findings.push('no skip link to the text');
          return findings;
        }
        """);
}
