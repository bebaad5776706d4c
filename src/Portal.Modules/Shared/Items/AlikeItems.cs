using System.Collections.Concurrent;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Search;

namespace Portal.Modules.Shared.Items;

/// <summary>
/// Which items' texts are like that of an item: the index is asked, and its answer kept for an hour, for it costs several reads and changes little. Only ids:
/// whoever shows one reads it as it stands, or finds it gone.
/// </summary>
public sealed class AlikeItems(ISearchIndex index, TimeProvider time)
{
    private const int Most = 15;
    private const int MaxHeld = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<string> Ids)> _held = new(StringComparer.Ordinal);

    /// <summary>Their ids, the most alike first.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_held.TryGetValue(item.ContentItemVersionId, out var held) && held.Until > now)
        {
            return held.Ids;
        }

        IReadOnlyList<string> ids = [.. (await index.LikeAsync(item.ContentItemId, Most, cancellationToken)).Select(hit => hit.ItemId)];
        if (_held.Count >= MaxHeld)
        {
            _held.Clear();
        }

        _held[item.ContentItemVersionId] = (now + Kept, ids);
        return ids;
    }
}
