namespace Portal.Kernel.Import.Planning;

/// <summary>All items of an import with their ids, paths and places, in the order in which they are saved.</summary>
internal sealed class ImportPlan(IReadOnlyList<PlannedItem> items)
{
    public static readonly ImportPlan Empty = new([]);

    private readonly Dictionary<string, PlannedItem> _byPath = items.Where(item => !item.Beside && item.Path.Length > 0).DistinctBy(item => item.Path).ToDictionary(item => item.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedItem> _byId = items.Where(item => !item.Beside).DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);

    public IReadOnlyList<PlannedItem> Items => items;

    /// <summary>Ids of items that leave a path which another item of the import takes.</summary>
    public IReadOnlyCollection<string> Leaving { get; init; } = [];

    public IReadOnlyCollection<string> Paths => _byPath.Keys;

    public PlannedItem? ByPath(string path) => _byPath.GetValueOrDefault(path);

    public PlannedItem? ById(string id) => _byId.GetValueOrDefault(id);
}

/// <param name="Outline">The file.</param>
/// <param name="Path">The item's path, without a leading slash; empty when it has none.</param>
/// <param name="Id">The item's id: its own, that of the site's item with the path, or a new one.</param>
/// <param name="State">What is to become of it: what the file says, or what becomes of its container when that is not public.</param>
/// <param name="Container">The item that contains it.</param>
/// <param name="Order">Its place there.</param>
internal sealed record PlannedItem(Outline Outline, string Path, string Id, ItemState State, PlannedContainer? Container, int Order)
{
    /// <summary>It is the draft of an item whose public edition is another file of the import.</summary>
    public bool Beside { get; init; }
}

/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Hidden">The state for what stands in it, when it has no public edition after the import; else null.</param>
internal sealed record PlannedContainer(string Id, string Type, ItemState? Hidden);
