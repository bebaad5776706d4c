using Microsoft.Playwright;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Browser;

/// <summary>A test in a browser of its own. It fails when a page logged an error or the server a warning, whatever else it looked at.</summary>
public abstract class BrowserTest(Chromium chromium, SiteFixture site) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    private const int PatienceMs = 30_000;

    private readonly List<(IBrowserContext Context, PageLog Log)> _opened = [];
    private int _warningsBefore;

    protected SiteFixture Site => site;

    /// <summary>A part of the one warning that the server is to log.</summary>
    protected string? ExpectedWarning { get; set; }

    protected PageLog Log => _opened[^1].Log;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(chromium.Missing is not null, chromium.Missing ?? "");
        _warningsBefore = site.App.Log.Warnings.Count;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var (context, _) in _opened)
        {
            await context.DisposeAsync();
        }

        Findings.AssertNone(_opened.SelectMany(opened => opened.Log.Errors));
        var warnings = site.App.Log.Warnings.Skip(_warningsBefore).ToList();
        if (ExpectedWarning is { } expected)
        {
            warnings.RemoveAll(line => line.Contains(expected, StringComparison.Ordinal));
        }

        Findings.AssertNone(warnings);
    }

    /// <summary>Opens an address in a new browser profile and waits until it has loaded with this status.</summary>
    protected async Task<IPage> OpenAsync(string path, Look? look = null, int status = 200)
    {
        var page = await NewPageAsync(look ?? Look.Desktop);
        await GoAsync(page, path, status);
        return page;
    }

    protected async Task<IPage> NewPageAsync(Look look)
    {
        var context = await chromium.NewContextAsync(look, site.App.Address);
        context.SetDefaultTimeout(PatienceMs);
        _opened.Add((context, new PageLog(context)));
        return await context.NewPageAsync();
    }

    protected async Task GoAsync(IPage page, string path, int status = 200)
    {
        Log.ExpectedStatus = status;
        var response = await page.GotoAsync(path);
        Assert.Equal(status, response!.Status);
    }
}
