using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Export;

/// <summary>A version that is exported, by its ids.</summary>
internal sealed record ExportVersion
{
    private const int MaxDepth = 100;

    public string VersionId { get; init; } = "";

    public string ItemId { get; init; } = "";

    public string Type { get; init; } = "";

    public bool Published { get; init; }

    public string? ContainerId { get; init; }

    public static IReadOnlyList<ExportVersion> InOrder(IReadOnlyList<ExportVersion> versions)
    {
        var containers = versions.Where(version => version.ContainerId is not null).DistinctBy(version => version.ItemId)
            .ToDictionary(version => version.ItemId, version => version.ContainerId!, StringComparer.Ordinal);
        return [.. versions
            .OrderBy(version => version.Type == TaxonomyCatalog.ContentType ? -1 : Depth(version.ItemId, containers))
            .ThenBy(version => version.ItemId, StringComparer.Ordinal)
            .ThenByDescending(version => version.Published)];
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
}
