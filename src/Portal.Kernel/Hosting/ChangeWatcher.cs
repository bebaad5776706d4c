using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Kernel.Data;

namespace Portal.Kernel.Hosting;

/// <summary>Hears of changes that other processes made over the same database (a command, another machine), and tells the caches.</summary>
public sealed partial class ChangeWatcher(IDatabase database, ChangeFeed feed, TimeProvider time, ILogger<ChangeWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long? _last;

    /// <summary>Looks once. The first look only learns where the feed stands.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        if (_last is not { } last)
        {
            _last = await feed.LastAsync(session, cancellationToken);
            return;
        }

        var (now, tags) = await feed.SinceAsync(session, last, cancellationToken);
        if (tags.Count > 0)
        {
            await feed.NotifyAsync(tags, cancellationToken);
        }

        _last = now;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first page is served and anything of it kept; a database without tables has no feed yet.
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (DbException)
        {
            _last = null;
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var fails = false;
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                if (fails)
                {
                    LogMended(logger);
                }

                fails = false;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A database that is away for an hour is said once, not each second of it.
                if (!fails)
                {
                    LogFailed(logger, exception);
                }

                fails = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Changes by other processes are heard of again.")]
    private static partial void LogMended(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Could not look for changes by other processes; trying again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
