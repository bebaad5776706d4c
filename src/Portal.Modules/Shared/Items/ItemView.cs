using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Items;

/// <summary>An item as the page of its kind shows it: the template says which fields come where.</summary>
public sealed record ItemView
{
    public required Article Article { get; init; }

    /// <summary>What the type is called on the screen.</summary>
    public required string TypeName { get; init; }

    /// <summary>How it stands today.</summary>
    public ItemState? State { get; init; }

    /// <summary>The type's own fields that have a value.</summary>
    public IReadOnlyList<PlainField> Fields { get; init; } = [];

    /// <summary>What lives inside it.</summary>
    public IReadOnlyList<PlainGroup> Groups { get; init; } = [];

    public ConnectionsView Connections { get; init; } = new([], [], []);

    /// <summary>Fields by their names, in the order of these; one without a value is left out.</summary>
    public IReadOnlyList<PlainField> Pick(params IEnumerable<string> names) => [.. names.Select(Field).OfType<PlainField>()];

    /// <summary>A field by its name; null when it has no value.</summary>
    public PlainField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>What a bag holds, in order.</summary>
    public IReadOnlyList<PlainInner> Inside(string bag) => Groups.FirstOrDefault(group => group.Name == bag)?.Items ?? [];
}
