using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Export;

/// <summary>A version that is exported, by its ids.</summary>
internal sealed record ExportVersion
{
    private const int MaxDepth = 100;

    public string VersionId { get; init; } = "";

    public string ItemId { get; init; } = "";

    /// <summary>Few for many: each is held once.</summary>
    public string Type { get; init => field = string.Intern(value); } = "";

    public bool Published { get; init; }

    public string? ContainerId { get; init; }

    public static IReadOnlyList<ExportVersion> InOrder(IReadOnlyList<ExportVersion> versions)
    {
        var containers = versions.Where(version => version.ContainerId is not null).DistinctBy(version => version.ItemId)
            .ToDictionary(version => version.ItemId, version => version.ContainerId!, StringComparer.Ordinal);
        // In place: there may be very many.
        var sorted = versions as List<ExportVersion> ?? [.. versions];
        sorted.Sort((one, other) => Compare(one, other, containers));
        return sorted;
    }

    private static int Compare(ExportVersion one, ExportVersion other, Dictionary<string, string> containers)
        => Rank(one, containers).CompareTo(Rank(other, containers)) is var byRank and not 0 ? byRank
            : string.CompareOrdinal(one.ItemId, other.ItemId) is var byItem and not 0 ? byItem
            : other.Published.CompareTo(one.Published);

    private static int Rank(ExportVersion version, Dictionary<string, string> containers)
        => version.Type == TaxonomyCatalog.ContentType ? -1 : Depth(version.ItemId, containers);

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
