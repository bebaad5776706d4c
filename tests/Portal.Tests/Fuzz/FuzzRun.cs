using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Portal.Tests.Fuzz;

/// <summary>
/// Tries case after case until its time is over. Each case has a seed of its own, that of the run and its number: what failed is tried again, first, with
/// <c>PORTAL_FUZZ_SEED</c>. <c>PORTAL_FUZZ_SECONDS</c> is the time of all runs together.
/// </summary>
internal static class FuzzRun
{
    private const int Runs = 2;
    private const int DefaultSeconds = 60;
    private const int SeedOfCI = 20_261_121;

    // Ten times what the slowest takes on a busy machine.
    private static readonly TimeSpan CaseLimit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="tryAsync">Tries what a random gives; returns what is wrong, null when nothing is.</param>
    public static async Task RunAsync(Func<Random, Task<string?>> tryAsync)
    {
        // What decides over a change must not be a matter of luck; every other run tries what none has tried.
        var seed = Number("PORTAL_FUZZ_SEED") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? SeedOfCI : Random.Shared.Next());
        var seconds = (double)(Number("PORTAL_FUZZ_SECONDS") ?? DefaultSeconds) / Runs;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PORTAL_FUZZ_SEED={seed}"));
        var started = Stopwatch.GetTimestamp();
        var cases = 0;
        for (; cases == 0 || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; cases++)
        {
            var own = unchecked(seed + cases);
            if (await ProblemAsync(tryAsync, new Random(own)) is { } problem)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"PORTAL_FUZZ_SEED={own}\n{problem}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases"));
    }

    private static async Task<string?> ProblemAsync(Func<Random, Task<string?>> tryAsync, Random random)
    {
        try
        {
            return await Task.Run(() => tryAsync(random), Token).WaitAsync(CaseLimit, Token);
        }
        catch (TimeoutException)
        {
            return $"It takes more than {CaseLimit.TotalSeconds} seconds.";
        }
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
