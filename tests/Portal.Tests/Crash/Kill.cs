using System.Diagnostics;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>How long a command takes, and so when to kill it.</summary>
/// <param name="FirstLine">Until it says something: the program has started and the work begins. Null: it says nothing before its end.</param>
/// <param name="End">Until its end.</param>
internal sealed record Kill(TimeSpan? FirstLine, TimeSpan End)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Runs the command to its end, and measures it.</summary>
    public static async Task<Kill> MeasureAsync(string folder, bool speaks, params string[] verb)
    {
        var started = Stopwatch.GetTimestamp();
        await using var host = HostProcess.Start([.. verb, HostProcess.Data(folder)]);
        TimeSpan? first = null;
        if (speaks)
        {
            await host.LineAsync(_ => true, Token);
            first = Stopwatch.GetElapsedTime(started);
        }

        var result = await host.EndAsync(Token);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return new Kill(first, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Runs the command and kills it at a moment, as <c>kill -9</c> does.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="moment">From 0, when it begins to work, to 1, when it should be done.</param>
    /// <param name="verb">The command.</param>
    public async Task AtAsync(string folder, double moment, params string[] verb)
    {
        await using var host = HostProcess.Start([.. verb, HostProcess.Data(folder)]);
        if (FirstLine is not null)
        {
            await host.LineAsync(_ => true, Token);
        }

        // The first third of a start is the runtime's.
        var begin = FirstLine is null ? End / 3 : TimeSpan.Zero;
        await Task.Delay(begin + ((End - (FirstLine ?? begin)) * moment), Token);
        await host.KillAsync();
    }
}
