using Microsoft.Extensions.Logging;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Media;

/// <summary>Sweeps bytes that nobody names, a while after the start and then each day.</summary>
public sealed class MediaSweeper(MediaStore media, TimeProvider time, ILogger<MediaSweeper> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(30), TimeSpan.FromDays(1), "Could not remove media files that are no longer used; trying again tomorrow.", time, logger)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => media.SweepAsync(cancellationToken);
}
