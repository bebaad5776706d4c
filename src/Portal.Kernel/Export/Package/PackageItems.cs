using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Kernel.Export.Package;

/// <summary>Which versions a package holds, in the order in which they can be read into an empty site: taxonomies, then what contains before what is contained.</summary>
internal static class PackageItems
{
    private const int MaxDepth = 100;

    public static async Task<IReadOnlyList<PackageItem>> ReadAsync(DbSession session, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Row>(
            """
            select i.version_id as VersionId, i.item_id as ItemId, i.type as Type, i.published as Published, c.container_id as ContainerId
            from content_item i left join content_container c on c.version_id = i.version_id
            where i.latest = 1 or i.published = 1
            """,
            null,
            cancellationToken);
        var containers = rows.Where(row => row.ContainerId is not null).DistinctBy(row => row.ItemId).ToDictionary(row => row.ItemId, row => row.ContainerId!, StringComparer.Ordinal);
        return [.. rows
            .Select(row => (Row: row, Depth: row.Type == TaxonomyCatalog.ContentType ? -1 : Depth(row.ItemId, containers)))
            // A draft of an item stands behind its public edition, which it comes after.
            .OrderBy(each => each.Depth).ThenBy(each => each.Row.ItemId, StringComparer.Ordinal).ThenByDescending(each => each.Row.Published)
            .Select(each => new PackageItem(each.Row.VersionId, each.Row.ItemId, each.Row.Type))];
    }

    private static int Depth(string itemId, Dictionary<string, string> containers)
    {
        var depth = 0;
        while (depth < MaxDepth && containers.TryGetValue(itemId, out var container))
        {
            (itemId, depth) = (container, depth + 1);
        }

        return depth;
    }

    private sealed record Row
    {
        public string VersionId { get; init; } = "";
        public string ItemId { get; init; } = "";
        public string Type { get; init; } = "";
        public bool Published { get; init; }
        public string? ContainerId { get; init; }
    }
}

/// <summary>A version that goes into a package.</summary>
internal sealed record PackageItem(string VersionId, string ItemId, string Type);
