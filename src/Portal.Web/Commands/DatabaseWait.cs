using System.Data.Common;
using Portal.Kernel.Data;

namespace Portal.Web.Commands;

/// <summary>Waits at the start for the database's server: where both are started together, it is often a little later.</summary>
internal static class DatabaseWait
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<IDatabase>();
        // By the real clock, whatever the site's says.
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        for (var said = false; ; said = true)
        {
            try
            {
                await using var session = await database.ReadAsync(cancellationToken);
                return;
            }
            catch (DbException exception) when (exception.IsTransient && time.GetElapsedTime(started) < Longest)
            {
                if (!said)
                {
                    terminal.Line($"{exception.Message} Waiting for up to {Longest.TotalSeconds:0} seconds.");
                }
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
