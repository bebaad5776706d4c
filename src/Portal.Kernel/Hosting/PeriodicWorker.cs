using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Hosting;

/// <summary>
/// Does a piece of work again and again while the site serves. What goes wrong is logged, and it is tried again the next time. A database that is away is
/// said in a line, once, and so is that it is back.
/// </summary>
/// <param name="first">How long after the start.</param>
/// <param name="interval">How long after that each time.</param>
/// <param name="failed">What is logged when it failed: a sentence.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say so.</param>
public abstract partial class PeriodicWorker(TimeSpan first, TimeSpan interval, string failed, TimeProvider time, ILogger logger) : BackgroundService
{
    private bool _isAway;

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
            if (_isAway)
            {
                LogBack(logger, GetType().Name);
            }

            _isAway = false;
        }
        catch (DbException exception) when (exception.IsTransient)
        {
            if (!_isAway)
            {
                LogAway(logger, failed, exception.Message);
            }

            _isAway = true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failed, exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Worker} has the database again.")]
    private static partial void LogBack(ILogger logger, string worker);

    [LoggerMessage(LogLevel.Warning, "{Failed} {Reason}")]
    private static partial void LogAway(ILogger logger, string failed, string reason);

    [LoggerMessage(LogLevel.Warning, "{Failed}")]
    private static partial void LogFailed(ILogger logger, string failed, Exception exception);
}
