using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Content.Scheduling;

/// <summary>Looks each minute whether something scheduled is due. What became due while no process ran is done at the first look, a minute after its start.</summary>
public sealed partial class ScheduleWorker(ContentSchedule schedule, TimeProvider time, ILogger<ScheduleWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await schedule.RunDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for what is scheduled; trying again in a minute.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
