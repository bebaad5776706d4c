using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Hosting;

/// <summary>Does a piece of work again and again while the site serves. What goes wrong is logged, and it is tried again the next time.</summary>
/// <param name="first">How long after the start.</param>
/// <param name="interval">How long after that each time.</param>
/// <param name="failed">What is logged when it failed: a sentence.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say so.</param>
public abstract partial class PeriodicWorker(TimeSpan first, TimeSpan interval, string failed, TimeProvider time, ILogger logger) : BackgroundService
{
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = first; ; wait = interval)
        {
            await Task.Delay(wait, time, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    protected async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WorkAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failed, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Failed}")]
    private static partial void LogFailed(ILogger logger, string failed, Exception exception);
}
