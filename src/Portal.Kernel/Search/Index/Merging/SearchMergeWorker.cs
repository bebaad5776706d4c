using Microsoft.Extensions.Logging;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Search.Index.Merging;

/// <summary>Looks each minute whether segments of the search index are to be merged.</summary>
public sealed class SearchMergeWorker(SearchMerger merger, TimeProvider time, ILogger<SearchMergeWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), "Could not merge the search index; trying again in a minute.", time, logger)
{
    private bool _cleaned;

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        if (!_cleaned)
        {
            await merger.CleanAsync(cancellationToken);
            _cleaned = true;
        }

        while (await merger.MergeAsync(cancellationToken))
        {
        }
    }
}
