using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Data;

namespace Portal.Web.Composition;

/// <summary>Drops the pages that what changed stands on. Told last of all: a page made now is made from what the others already know.</summary>
internal sealed class OutputCacheEviction(IOutputCacheStore store) : IChangeListener
{
    private long _changes;

    /// <summary>Changes so far. A page that was being made while this went up may be made from what was before.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _changes);
        return EvictAsync(tags, cancellationToken);
    }

    public async ValueTask EvictAsync(IEnumerable<string> tags, CancellationToken cancellationToken)
    {
        // Every kept page depends on the settings.
        foreach (var tag in tags.Contains(ChangeFeed.Everything) ? [ChangeFeed.Settings] : tags)
        {
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }
}
