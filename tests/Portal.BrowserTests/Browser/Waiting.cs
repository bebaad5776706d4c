using Microsoft.Playwright;
using Xunit;

namespace Portal.BrowserTests.Browser;

/// <summary>Looks at a page, and waits for what a script or the browser does a moment later.</summary>
public static class Waiting
{
    private const int PatienceMs = 20_000;
    private const int PauseMs = 50;

    /// <summary>Waits for a condition in the page, and says which when it does not come. Asked from here, as a page without script has no timers.</summary>
    public static async Task UntilAsync(this IPage page, string condition, object? argument = null)
    {
        for (var waited = 0; waited < PatienceMs; waited += PauseMs)
        {
            if (await page.EvaluateAsync<bool>(condition, argument))
            {
                return;
            }

            await Task.Delay(PauseMs, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{page.Url}: not within the time: {condition} {argument}");
    }

    /// <summary>Waits until the page is at an address that ends so and has loaded. Asked for, as word of the load can pass a listener by on a busy machine.</summary>
    public static Task AtAsync(this IPage page, string end) => page.AtAsync(address => address.EndsWith(end, StringComparison.Ordinal));

    public static async Task AtAsync(this IPage page, Func<string, bool> address)
    {
        for (var waited = 0; waited < PatienceMs && !address(page.Address()); waited += PauseMs)
        {
            await Task.Delay(PauseMs, TestContext.Current.CancellationToken);
        }

        Assert.True(address(page.Address()), $"still at {page.Url}");
        await page.UntilAsync("() => document.readyState === 'complete'");
    }

    /// <summary>Whether the element stands wholly or in part in the window, once scrolling has come to rest.</summary>
    public static Task InViewAsync(this IPage page, string selector) => page.UntilAsync(
        """
        selector => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return !!box && box.top >= 0 && box.bottom <= innerHeight;
        }
        """,
        selector);

    /// <summary>Address without the host.</summary>
    public static string Address(this IPage page) => new Uri(page.Url) is var url ? url.PathAndQuery + url.Fragment : "";

    /// <summary>The text of what has the focus, or its name.</summary>
    public static Task<string> FocusedAsync(this IPage page) => page.EvaluateAsync<string>(
        "() => { const e = document.activeElement; return (e.getAttribute('aria-label') ?? e.innerText ?? '').trim() || e.id || e.tagName; }");
}
