using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Search.Index.Merging;

/// <summary>Looks each minute whether segments of the search index are to be merged.</summary>
public sealed partial class SearchMergeWorker(SearchMerger merger, TimeProvider time, ILogger<SearchMergeWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleaned = false;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!cleaned)
                {
                    await merger.CleanAsync(stoppingToken);
                    cleaned = true;
                }

                while (await merger.MergeAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not merge the search index; trying again in a minute.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
