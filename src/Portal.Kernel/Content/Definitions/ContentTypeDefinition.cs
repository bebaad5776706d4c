using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Definitions;

/// <summary>A content type: a name, settings and the parts that its items are made of. Immutable; settings are kept as they came.</summary>
public sealed record ContentTypeDefinition(string Name, string DisplayName, JsonObject Settings, IReadOnlyList<ContentTypePartDefinition> Parts)
{
    /// <summary>The parts in the order that their position setting gives, the order of the definition where it gives none.</summary>
    public IEnumerable<ContentTypePartDefinition> PartsInOrder => Parts.OrderBy(part => part.Settings.Position("ContentTypePartSettings"));

    /// <summary>Items can be written and listed by themselves; a type without it lives inside others only.</summary>
    public bool Creatable => Settings.Flag("ContentTypeSettings", "Creatable");

    public bool Has(string partName) => Parts.Any(part => part.PartName == partName);

    public ContentTypePartDefinition? Part(string name) => Parts.FirstOrDefault(part => part.Name == name);
}

/// <summary>A part as a type bears it: <see cref="PartName"/> says which part, <see cref="Name"/> under which name (a part can stand twice).</summary>
public sealed record ContentTypePartDefinition(string PartName, string Name, JsonObject Settings);

/// <summary>A part: fields and settings.</summary>
public sealed record ContentPartDefinition(string Name, JsonObject Settings, IReadOnlyList<ContentFieldDefinition> Fields)
{
    public IEnumerable<ContentFieldDefinition> FieldsInOrder => Fields.OrderBy(each => each.Settings.Position("ContentPartFieldSettings"));

    public ContentFieldDefinition? Field(string name) => Fields.FirstOrDefault(each => each.Name == name);
}

/// <summary>A field: <see cref="FieldType"/> is its kind (<c>TextField</c>), <see cref="Name"/> what the part calls it.</summary>
public sealed record ContentFieldDefinition(string FieldType, string Name, JsonObject Settings)
{
    public string DisplayName => Settings.Text("ContentPartFieldSettings", "DisplayName") ?? Name;

    /// <summary>A setting of the field's own kind, for example <c>Required</c> in <c>TextFieldSettings</c>.</summary>
    public bool Flag(string key) => Settings.Flag(FieldType + "Settings", key);

    public string? Text(string key) => Settings.Text(FieldType + "Settings", key);

    public int? Number(string key) => Settings.Number(FieldType + "Settings", key);

    public bool Required => Flag("Required");
}
