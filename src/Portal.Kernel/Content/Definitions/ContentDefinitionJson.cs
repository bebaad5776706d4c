using System.Text.Json.Nodes;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Definitions;

/// <summary>
/// Definitions in Orchard Core's JSON (<c>ContentTypes</c> with <c>ContentTypePartDefinitionRecords</c>, <c>ContentParts</c> with
/// <c>ContentPartFieldDefinitionRecords</c>), and their merge: settings are added to or replaced by name, parts and fields added, nothing is removed.
/// </summary>
public static class ContentDefinitionJson
{
    private const string PartRecords = "ContentTypePartDefinitionRecords";
    private const string FieldRecords = "ContentPartFieldDefinitionRecords";

    /// <exception cref="FormatException">A record lacks a name; the message says which.</exception>
    public static ContentTypeDefinition MergeType(ContentTypeDefinition? known, JsonObject json)
    {
        var name = Name(json, "Name", "A content type");
        var parts = Records(json, PartRecords, name).Aggregate(known?.Parts ?? [], (parts, record) => MergePart(parts, record, name));
        return new ContentTypeDefinition(name, Text(json, "DisplayName", name) ?? known?.DisplayName ?? name, Merge(known?.Settings, json["Settings"], name), parts);
    }

    /// <exception cref="FormatException">A record lacks a name; the message says which.</exception>
    public static ContentPartDefinition MergePart(ContentPartDefinition? known, JsonObject json)
    {
        var name = Name(json, "Name", "A content part");
        var fields = Records(json, FieldRecords, name).Aggregate(known?.Fields ?? [], (fields, record) => MergeField(fields, record, name));
        return new ContentPartDefinition(name, Merge(known?.Settings, json["Settings"], name), fields);
    }

    public static JsonObject Write(ContentTypeDefinition type) => new()
    {
        ["Name"] = type.Name,
        ["DisplayName"] = type.DisplayName,
        ["Settings"] = type.Settings.DeepClone(),
        [PartRecords] = new JsonArray([.. type.Parts.Select(part => new JsonObject
        {
            ["PartName"] = part.PartName,
            ["Name"] = part.Name,
            ["Settings"] = part.Settings.DeepClone(),
        })]),
    };

    public static JsonObject Write(ContentPartDefinition part) => new()
    {
        ["Name"] = part.Name,
        ["Settings"] = part.Settings.DeepClone(),
        [FieldRecords] = new JsonArray([.. part.Fields.Select(field => new JsonObject
        {
            ["FieldName"] = field.FieldType,
            ["Name"] = field.Name,
            ["Settings"] = field.Settings.DeepClone(),
        })]),
    };

    private static IReadOnlyList<ContentTypePartDefinition> MergePart(IReadOnlyList<ContentTypePartDefinition> parts, JsonObject record, string type)
    {
        var partName = Name(record, "PartName", $"A part of the content type '{type}'");
        var name = Text(record, "Name", partName) ?? partName;
        var known = parts.FirstOrDefault(part => part.Name == name);
        return Put(parts, known, new ContentTypePartDefinition(partName, name, Merge(known?.Settings, record["Settings"], name)));
    }

    private static IReadOnlyList<ContentFieldDefinition> MergeField(IReadOnlyList<ContentFieldDefinition> fields, JsonObject record, string part)
    {
        var fieldType = Name(record, "FieldName", $"A field of the content part '{part}'");
        var name = Name(record, "Name", $"A field of the content part '{part}'");
        var known = fields.FirstOrDefault(field => field.Name == name);
        return Put(fields, known, new ContentFieldDefinition(fieldType, name, Merge(known?.Settings, record["Settings"], name)));
    }

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> list, T? known, T next) where T : class
        => known is null ? [.. list, next] : [.. list.Select(item => ReferenceEquals(item, known) ? next : item)];

    private static JsonObject Merge(JsonObject? known, JsonNode? given, string what)
    {
        if (given is not (null or JsonObject))
        {
            throw new FormatException($"'Settings' of '{what}' must be an object.");
        }

        var merged = known is null ? [] : (JsonObject)known.DeepClone();
        if (given is JsonObject bags)
        {
            foreach (var (bag, values) in bags)
            {
                if (merged[bag] is JsonObject target && values is JsonObject source)
                {
                    foreach (var (key, value) in source)
                    {
                        target[key] = value?.DeepClone();
                    }
                }
                else
                {
                    merged[bag] = values?.DeepClone();
                }
            }
        }

        return merged;
    }

    private static IEnumerable<JsonObject> Records(JsonObject json, string key, string what) => json[key] switch
    {
        null => [],
        JsonArray records when records.All(record => record is JsonObject) => records.OfType<JsonObject>(),
        _ => throw new FormatException($"'{key}' of '{what}' must be a list of objects."),
    };

    private static string? Text(JsonObject json, string key, string what) => json[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FormatException($"'{key}' of '{what}' must be a text."),
    };

    private static string Name(JsonObject json, string key, string what)
        => json[key].TextOrNull() is { Length: > 0 } name
            ? name
            : throw new FormatException($"{what} needs a '{key}'.");
}
