using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Data;

namespace Portal.Web.Composition;

/// <summary>Drops the pages that what changed stands on.</summary>
internal sealed class OutputCacheEviction(IOutputCacheStore store) : IChangeListener
{
    public async ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        // Every kept page depends on the settings.
        foreach (var tag in tags.Contains(ChangeFeed.Everything) ? [ChangeFeed.Settings] : tags)
        {
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }
}
