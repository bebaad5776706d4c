using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Import.Building;

namespace Portal.Kernel.Export.Folder;

/// <summary>Writes the fields that a file can say in its own words; the others are left for <c>parts</c>.</summary>
internal sealed class FieldLines(ContentDefinitions definitions, FieldKinds kinds, ItemNames names)
{
    // Their words are no texts: they stand without quotes.
    private static readonly string[] BareKinds = ["BooleanField", "NumericField", "DateField", "DateTimeField", "TimeField"];

    public ItemNames Names => names;

    /// <summary>What an import reads, the way it reads it.</summary>
    public FieldWriter Reader { get; } = new(definitions, kinds, names);

    public void Write(YamlWriter yaml, JsonObject parts, ContentTypeDefinition type, IReadOnlyCollection<string> reserved, int indent = 0)
    {
        foreach (var (part, field) in definitions.FieldsOf(type).DistinctBy(placed => FieldWriter.Key(placed.Field.Name)))
        {
            var key = FieldWriter.Key(field.Name);
            if (!reserved.Contains(key) && (parts[part] as JsonObject)?[field.Name] is JsonObject json && Value(field, json) is { } value)
            {
                yaml.Field(key, value, BareKinds.Contains(field.FieldType), indent);
            }
        }
    }

    /// <summary>Null when the field's kind has no words for the value, or when they would be read as another.</summary>
    private FrontMatterValue? Value(ContentFieldDefinition field, JsonObject json)
    {
        if (kinds.Of(field) is not { } kind || kind.Write(json, names) is not { } value)
        {
            return null;
        }

        var reading = new FieldReading(field, names);
        return kind.Read(value, reading) is { } read && reading.Problems.Count == 0 && SameJson.Are(read, json) ? value : null;
    }
}
