using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Media;

/// <summary>Sweeps bytes that nobody names, a while after the start and then each day.</summary>
public sealed partial class MediaSweeper(MediaStore media, TimeProvider time, ILogger<MediaSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Interval)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                await media.SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not remove media files that are no longer used; trying again tomorrow.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
