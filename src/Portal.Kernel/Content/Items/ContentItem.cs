using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Items;

/// <summary>
/// One version of a content item: Orchard Core's shape, parts as properties of <see cref="Content"/>. A version that was published is shared
/// between requests and must not be changed; <see cref="Copy"/> gives one that may.
/// </summary>
public sealed class ContentItem
{
    public required string ContentItemId { get; init; }

    public required string ContentItemVersionId { get; set; }

    public required string ContentType { get; init; }

    public string? DisplayText { get; set; }

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public DateTime? ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public DateTime? CreatedUtc { get; set; }

    public string? Owner { get; set; }

    public string? Author { get; set; }

    /// <summary>Parts by name, and whatever else came with the item, as it came.</summary>
    public JsonObject Content { get; init; } = [];

    /// <summary>A part read as its class; a new one when the item does not bear it. Changes are kept only by <see cref="Apply{T}"/>.</summary>
    public T Part<T>() where T : new() => Part<T>(typeof(T).Name);

    /// <exception cref="PartShapeException">It has a wrong shape.</exception>
    public T Part<T>(string name) where T : new()
    {
        if (Content[name] is not JsonObject json)
        {
            return new T();
        }

        try
        {
            return json.Deserialize<T>(ContentJson.Options) ?? new T();
        }
        catch (JsonException e)
        {
            throw new PartShapeException(name, e);
        }
    }

    public bool Has(string partName) => Content[partName] is JsonObject;

    public void Apply<T>(T part) where T : notnull => Apply(typeof(T).Name, part);

    /// <summary>Puts a part in, keeping properties of it that its class does not know.</summary>
    public void Apply<T>(string name, T part) where T : notnull
    {
        var json = JsonSerializer.SerializeToNode(part, ContentJson.Options)!.AsObject();
        if (Content[name] is not JsonObject existing)
        {
            Content[name] = json;
            return;
        }

        foreach (var key in json.Select(property => property.Key).ToList())
        {
            var value = json[key];
            json.Remove(key);
            existing[key] = value;
        }
    }

    /// <summary>A field's JSON object, or null.</summary>
    public JsonObject? Field(string partName, string fieldName) => (Content[partName] as JsonObject)?[fieldName] as JsonObject;

    /// <summary>A field of the part that bears the type's own name.</summary>
    public JsonObject? Field(string fieldName) => Field(ContentType, fieldName);

    public ContentItem Copy() => new()
    {
        ContentItemId = ContentItemId,
        ContentItemVersionId = ContentItemVersionId,
        ContentType = ContentType,
        DisplayText = DisplayText,
        Latest = Latest,
        Published = Published,
        ModifiedUtc = ModifiedUtc,
        PublishedUtc = PublishedUtc,
        CreatedUtc = CreatedUtc,
        Owner = Owner,
        Author = Author,
        Content = (JsonObject)Content.DeepClone(),
    };
}
