using System.Collections.Frozen;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Localization;

/// <summary>The public items that are each other's translations, those of one localization set, kept in memory until one changes.</summary>
public sealed class Translations(IDatabase database) : IChangeListener
{
    /// <summary>The tag that tells of a change of an item which has translations.</summary>
    public const string Tag = "translations";

    private readonly Cached<FrozenDictionary<string, IReadOnlyList<Translation>>> _current = new();

    /// <summary>All editions of a set, by language; none when there is only one.</summary>
    public async ValueTask<IReadOnlyList<Translation>> OfAsync(string? set, CancellationToken cancellationToken)
        => set is not null && (await _current.GetAsync(LoadAsync, cancellationToken)).TryGetValue(set, out var found) ? found : [];

    /// <summary>The published items of the sets.</summary>
    public static async Task<IReadOnlyList<ContentItem>> PublishedAsync(DbSession session, ContentStore store, IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        var items = new List<ContentItem>();
        foreach (var set in sets)
        {
            items.AddRange(await store.ReadAsync(
                session,
                "join content_localization l on l.version_id = i.version_id where l.localization_set = @set and i.published = 1 order by l.culture, i.item_id",
                new { set },
                cancellationToken));
        }

        return items;
    }

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, Tag))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<FrozenDictionary<string, IReadOnlyList<Translation>>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var rows = await session.QueryAsync<Row>(
            """
            select l.localization_set as LocalizationSet, i.item_id as ItemId, i.culture as Culture, i.display_text as Title, p.path as Path
            from content_localization l join content_item i on i.version_id = l.version_id join content_path p on p.version_id = l.version_id
            where i.published = 1 and l.localization_set in (
                select localization_set from content_localization group by localization_set having count(distinct item_id) > 1)
            order by i.culture, i.item_id
            """,
            null,
            cancellationToken);
        return rows.GroupBy(row => row.LocalizationSet, StringComparer.Ordinal)
            .Where(set => set.Count() > 1)
            .ToFrozenDictionary(
                set => set.Key,
                IReadOnlyList<Translation> (set) => [.. set.Select(row => new Translation(row.ItemId, row.Culture, row.Title ?? "", "/" + row.Path))],
                StringComparer.Ordinal);
    }

    private sealed record Row
    {
        public string LocalizationSet { get; init; } = "";
        public string ItemId { get; init; } = "";
        public string Culture { get; init; } = "";
        public string? Title { get; init; }
        public string Path { get; init; } = "";
    }
}

/// <param name="ItemId">The item.</param>
/// <param name="Culture">Its language, BCP 47.</param>
/// <param name="Title">Its title in that language.</param>
/// <param name="Path">Its path, with a leading slash.</param>
public sealed record Translation(string ItemId, string Culture, string Title, string Path);
