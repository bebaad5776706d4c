using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Import;
using Portal.Kernel.Import.Building;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Export.Folder;

/// <summary>Writes the fields that a file can say in its own words; the others are left for <c>parts</c>.</summary>
internal sealed class FieldLines(ContentDefinitions definitions, FieldKinds kinds, ItemNames names)
{
    // Their words are no texts: they stand without quotes.
    private static readonly string[] BareKinds = ["BooleanField", "NumericField", "DateField", "DateTimeField", "TimeField"];

    public ItemNames Names => names;

    /// <summary>What an import reads, the way it reads it.</summary>
    public FieldWriter Reader { get; } = new(definitions, kinds, names);

    /// <param name="yaml">Where to write.</param>
    /// <param name="parts">The item's parts.</param>
    /// <param name="type">Its type.</param>
    /// <param name="reserved">Keys that are no fields.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="indent">How far it stands in.</param>
    public void Write(YamlWriter yaml, JsonObject parts, ContentTypeDefinition type, IReadOnlyCollection<string> reserved, string id, int indent = 0)
    {
        foreach (var (part, field) in definitions.FieldsOf(type).DistinctBy(placed => FieldWriter.Key(placed.Field.Name)))
        {
            var key = FieldWriter.Key(field.Name);
            if (!reserved.Contains(key) && (parts[part] as JsonObject)?[field.Name] is JsonObject json && Value(field, json) is { } value)
            {
                yaml.Field(key, value, BareKinds.Contains(field.FieldType), indent);
            }
        }

        foreach (var bag in BagReader.Bags(type).Where(bag => !reserved.Contains(FieldWriter.Key(bag.Name))))
        {
            if (Bag(bag, parts[bag.Name], id, indent) is { } lines)
            {
                yaml.Append(lines);
            }
        }
    }

    /// <summary>The lines of a bag; null when they would be read as another.</summary>
    private YamlWriter? Bag(ContentTypePartDefinition bag, JsonNode? json, string id, int indent)
    {
        if (json is not JsonObject holder || holder[nameof(BagPart.ContentItems)] is not JsonArray items || !items.All(item => item is JsonObject))
        {
            return null;
        }

        var yaml = new YamlWriter();
        var key = FieldWriter.Key(bag.Name);
        yaml.Line(items.Count == 0 ? $"{key}: []" : key + ":", indent);
        var ids = new BagIds(id, bag.Name);
        foreach (var item in items.OfType<JsonObject>())
        {
            if (!yaml.Item(indent + 2, () => Item(yaml, bag, item, ids, indent + 4)))
            {
                return null;
            }
        }

        var errors = new ImportErrors();
        var file = errors.For("");
        return FrontMatter.ReadValues(Outdented(yaml, indent), 1, file) is { } values && values.Values.TryGetValue(key, out var value)
            && Reader.Bags.Read(bag, value, id, file) is { } read && !errors.Any && SameJson.Are(read, json) ? yaml : null;
    }

    private bool Item(YamlWriter yaml, ContentTypePartDefinition bag, JsonObject item, BagIds ids, int indent)
    {
        if (InnerItem.Text(item, nameof(ContentItem.ContentType)) is not { } name || definitions.Type(name) is not { } type
            || InnerItem.Text(item, nameof(ContentItem.ContentItemId)) is not { } id)
        {
            return false;
        }

        var title = InnerItem.Title(item);
        var derived = ids.Next(title);
        yaml.Text(ItemHeader.TypeKey, Reader.Bags.OnlyType(bag)?.Name == name ? null : name, indent);
        yaml.Text(ItemHeader.IdKey, id == derived ? null : id, indent);
        yaml.Text(ItemHeader.TitleKey, title, indent);
        Write(yaml, item, type, BagReader.ItemKeys, id, indent);
        return true;
    }

    private static string Outdented(YamlWriter yaml, int indent)
        => indent == 0 ? yaml.ToString() : string.Join('\n', yaml.ToString().Split('\n').Select(line => line.Length >= indent ? line[indent..] : line));

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
