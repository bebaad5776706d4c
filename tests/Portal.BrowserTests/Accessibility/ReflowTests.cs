using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Accessibility;

/// <summary>No page is wider than its window, down to 320 by 256 pixels: 1280 by 1024 at 400 % zoom.</summary>
public sealed class ReflowTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private static readonly (int Width, int Height)[] Windows = [(320, 256), (Look.Narrow, 740), (768, 1024), (Look.Wide, 900)];

    public static TheoryData<string> States => [.. PageState.All.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Page_AtAnyWidth_DoesNotScrollSideways(string name)
    {
        var state = PageState.All[name];
        ExpectedWarning = state.Status == 500 ? "unhandled exception" : null;
        var page = await NewPageAsync(Look.Phone);
        var findings = new List<string>();
        foreach (var (width, height) in Windows)
        {
            await page.SetViewportSizeAsync(width, height);
            await state.ShowAsync(page, GoAsync);
            findings.AddRange((await page.EvaluateAsync<string[]>(TooWide)).Select(finding => $"{width}: {finding}"));
        }

        Findings.AssertNone(findings);
    }

    // Names what sticks out; what stands in a frame that scrolls by itself (a table's) may be wider.
    private const string TooWide =
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const out = [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.parentElement.closest('.table-scroll'))
            .map(element => `${element.tagName}.${element.className} to ${Math.round(element.getBoundingClientRect().right)}`);
          return [`the page is ${root.scrollWidth} wide: ${out.slice(0, 5).join(', ')}`];
        }
        """;
}
