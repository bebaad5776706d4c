using System.Collections.Concurrent;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Items;

/// <summary>
/// Which items' texts are like that of an item: the index is asked, and its answer kept for an hour, for it costs several reads and changes little. Only ids:
/// whoever shows one reads it as it stands, or finds it gone.
/// </summary>
public sealed class AlikeItems(ISearchIndex index, TimeProvider time)
{
    // More than are ever shown: of these fall away what refers to the item, what stands with it in the same, and kinds that nobody reads next. The longest source's nearest 17 all do.
    private const int Most = 40;
    private const int MaxHeld = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Pages about the site itself share no more than common words with what is written of the work. No score parts that from likeness: the
    // floor that leaves these pages nothing would take half of the 1,600 links of the others, and the last of 31 pages.
    private const string AboutTheSite = "/about";

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<string> Ids)> _held = new(StringComparer.Ordinal);

    /// <summary>Their ids, the most alike first; none for a page about the site.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (item.Path() is AboutTheSite || item.Path().StartsWith(AboutTheSite + "/", StringComparison.Ordinal))
        {
            return [];
        }

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
