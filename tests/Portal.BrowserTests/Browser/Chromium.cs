using Microsoft.Playwright;
using Portal.BrowserTests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Portal.BrowserTests.Browser;

/// <summary>The machine's own Chromium, started once; where there is none every test is skipped and says so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // No sandbox, as tests may run as root; nothing that asks other hosts or differs from run to run.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            Missing = $"Chromium is not installed: neither /usr/bin nor the PATH has {string.Join(", ", Names)}.";
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A profile of its own: no cookies, no cache, no storage.</summary>
    public async Task<IBrowserContext> NewContextAsync(Look look, Uri address)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        return await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "en-GB",
            JavaScriptEnabled = look.Script,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = look.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ForcedColors = look.ForcedColors ? ForcedColors.Active : ForcedColors.None,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Prepend("/usr/bin")
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
