using Microsoft.Extensions.Logging;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Content.Scheduling;

/// <summary>Looks each minute whether something scheduled is due. What became due while no process ran is done at the first look, a minute after its start.</summary>
public sealed class ScheduleWorker(ContentSchedule schedule, TimeProvider time, ILogger<ScheduleWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), "Could not look for what is scheduled; trying again in a minute.", time, logger)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => schedule.RunDueAsync(cancellationToken);
}
