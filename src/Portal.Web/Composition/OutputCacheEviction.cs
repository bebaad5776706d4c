using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Data;

namespace Portal.Web.Composition;

/// <summary>Drops the pages that what changed stands on.</summary>
internal sealed class OutputCacheEviction(IOutputCacheStore store) : IChangeListener
{
    public async ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        foreach (var tag in tags)
        {
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }
}
