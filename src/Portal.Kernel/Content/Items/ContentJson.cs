using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Kernel.Content.Items;

/// <summary>Content items in Orchard Core's JSON: PascalCase, case-sensitive, fields in Orchard's order, unknown objects and arrays kept.</summary>
public static class ContentJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        // Deeper than a recipe may be, so that what was read can be written.
        MaxDepth = 256,
        // What is written is data and is escaped again by whoever puts it on a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] DateFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    /// <summary>The whole item. Nulls are written, as Orchard Core does.</summary>
    public static JsonObject Write(ContentItem item)
    {
        var json = new JsonObject
        {
            ["ContentItemId"] = item.ContentItemId,
            ["ContentItemVersionId"] = item.ContentItemVersionId,
            ["ContentType"] = item.ContentType,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = item.Latest,
            ["Published"] = item.Published,
            ["ModifiedUtc"] = item.ModifiedUtc,
            ["PublishedUtc"] = item.PublishedUtc,
            ["CreatedUtc"] = item.CreatedUtc,
            ["Owner"] = item.Owner,
            ["Author"] = item.Author,
        };
        foreach (var (name, value) in item.Content)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    /// <summary>Reads an item; one without an id, or without a version id, gets a new one.</summary>
    /// <exception cref="FormatException">A property is missing or of a wrong kind; the message names it.</exception>
    public static ContentItem Read(JsonObject json) => new()
    {
        ContentItemId = Text(json, "ContentItemId") ?? Ids.New(),
        ContentItemVersionId = Text(json, "ContentItemVersionId") ?? Ids.New(),
        ContentType = Text(json, "ContentType") ?? throw new FormatException("A content item needs a 'ContentType'."),
        DisplayText = Text(json, "DisplayText"),
        Latest = Flag(json, "Latest"),
        Published = Flag(json, "Published"),
        ModifiedUtc = Date(json, "ModifiedUtc"),
        PublishedUtc = Date(json, "PublishedUtc"),
        CreatedUtc = Date(json, "CreatedUtc"),
        Owner = Text(json, "Owner"),
        Author = Text(json, "Author"),
        Content = new JsonObject(json.Where(property => property.Value is JsonObject or JsonArray)
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))),
    };

    private static string? Text(JsonObject json, string key) => json[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FormatException($"'{key}' must be a text."),
    };

    private static bool Flag(JsonObject json, string key) => json[key] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<string>(out var text) && bool.TryParse(text, out var flag) => flag,
        _ => throw new FormatException($"'{key}' must be true or false."),
    };

    private static DateTime? Date(JsonObject json, string key) => json[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) && DateTimeOffset.TryParseExact(
            text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) => date.UtcDateTime,
        _ => throw new FormatException($"'{key}' must be a date and time such as 2026-01-05T08:00:00Z."),
    };
}
