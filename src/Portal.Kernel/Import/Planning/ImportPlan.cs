namespace Portal.Kernel.Import.Planning;

/// <summary>All items of an import with their ids, paths and places, in the order in which they are saved.</summary>
internal sealed class ImportPlan(IReadOnlyList<PlannedItem> items)
{
    public static readonly ImportPlan Empty = new([]);

    private readonly Dictionary<string, PlannedItem> _byPath = items.DistinctBy(item => item.Path).ToDictionary(item => item.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedItem> _byId = items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);

    public IReadOnlyList<PlannedItem> Items => items;

    public IReadOnlyCollection<string> Paths => _byPath.Keys;

    public PlannedItem? ByPath(string path) => _byPath.GetValueOrDefault(path);

    public PlannedItem? ById(string id) => _byId.GetValueOrDefault(id);
}

/// <param name="Outline">The file.</param>
/// <param name="Path">The item's path, without a leading slash.</param>
/// <param name="Id">The item's id: its own, that of the site's item with the path, or a new one.</param>
/// <param name="Container">The item that contains it.</param>
/// <param name="Order">Its place there.</param>
internal sealed record PlannedItem(Outline Outline, string Path, string Id, PlannedContainer? Container, int Order);

internal sealed record PlannedContainer(string Id, string Type);
