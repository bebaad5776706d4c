using Microsoft.Extensions.Logging;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Search.Log;

/// <summary>Writes the searches of each minute, and at the end those of the last.</summary>
public sealed class SearchLogWorker(SearchLog log, TimeProvider time, ILogger<SearchLogWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), "Could not write down what was searched; trying again in a minute.", time, logger)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => log.WriteAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            // A start that fails ends here too, when the database may be gone already.
            if (log.IsHolding)
            {
                await TryAsync(CancellationToken.None);
            }
        }
    }
}
