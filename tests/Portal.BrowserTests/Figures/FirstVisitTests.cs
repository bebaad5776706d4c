using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Figures;

/// <summary>A first visit: its weight, its requests, how soon it is there, that nothing jumps.</summary>
[Collection(Quiet.Name)]
public sealed class FirstVisitTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const int MaxBytes = 120 * 1024;
    private const int MaxRequests = 10;
    private const int MaxPaintMs = 1000;
    private const double MaxShift = 0.05;
    private const int Runs = 5;

    // Both are told also of what was before anybody listened; the last paint counts once nothing follows.
    private const string Entries =
        """
        type => new Promise(resolve => {
          const found = [];
          new PerformanceObserver(list => found.push(...list.getEntries())).observe({ type, buffered: true });
          setTimeout(() => resolve(found.filter(entry => !entry.hadRecentInput).map(entry => entry.value ?? entry.startTime)), 250);
        })
        """;

    public static TheoryData<string> Pages => ["/", Addresses.Procedure, Addresses.LongChapter, SampleContent.Everything, Addresses.Results, "/glossary", Addresses.Map, Addresses.LongestList];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task FirstVisit_IsLight(string path)
    {
        var page = await NewPageAsync(Look.Desktop);
        var visit = await Visit.BeginAsync(page);
        await GoAsync(page, path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(visit.Requests.Count > 3 && visit.Requests.All(request => request.Bytes > 0), $"not all was counted: {visit}");
        Assert.True(visit.Bytes <= MaxBytes, visit.ToString());
        Assert.True(visit.Requests.Count <= MaxRequests, visit.ToString());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task FirstVisit_ShowsItsTextSoon(string path)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var page = await OpenAsync(path);
            times.Add((await page.EvaluateAsync<double[]>(Entries, "largest-contentful-paint")).Last());
            await page.CloseAsync();
        }

        times.Sort();
        Assert.True(times[Runs / 2] < MaxPaintMs, $"largest contentful paint after {string.Join(", ", times.Select(time => $"{time:N0}"))} ms");
        Assert.True(times[0] > 0);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task FirstVisit_DoesNotJump(string path)
    {
        foreach (var look in new[] { Look.Phone, Look.Desktop })
        {
            var page = await OpenAsync(path, look);
            await page.EvaluateAsync("() => document.fonts.ready.then(() => {})");
            var shift = (await page.EvaluateAsync<double[]>(Entries, "layout-shift")).Sum();
            Assert.True(shift <= MaxShift, $"layout shift of {shift} at {look.Width}");
        }
    }

    [Fact]
    public async Task SecondVisit_AsksForThePageAlone()
    {
        var page = await OpenAsync("/");
        var visit = await Visit.BeginAsync(page);
        await GoAsync(page, "/glossary");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(visit.Bytes <= MaxBytes / 2, visit.ToString());
        Assert.DoesNotContain(visit.Requests, request => request.Address.EndsWith(".css", StringComparison.Ordinal) && request.Bytes > 2000);
    }
}
