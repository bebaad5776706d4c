using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Content.Attachments;

/// <summary>Looks every few seconds whether a published item offers a file whose text is not searched yet.</summary>
public sealed partial class AttachmentWorker(AttachmentReader reader, TimeProvider time, ILogger<AttachmentWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reader.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not read the files that items offer; trying again in a while.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
