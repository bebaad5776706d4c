using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Fields;

/// <summary>
/// A kind of field: the JSON it keeps (Orchard Core's), how a file's value becomes that JSON, what its settings allow, and its text. To add one, derive
/// from this and register it as a <see cref="FieldKind"/>; a field of a kind that nobody registered is kept as it came and shown as nothing.
/// </summary>
public abstract class FieldKind
{
    /// <summary>The name that definitions use, for example <c>TextField</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Reads a front-matter value; null when it is empty or refused (<see cref="FieldReading.Refuse"/>).</summary>
    public abstract JsonObject? Read(FrontMatterValue value, FieldReading reading);

    /// <summary>
    /// What a file says for the value, for <see cref="Read"/> to read back; null when no front matter says it. Whoever writes a file reads it back, and
    /// keeps the JSON itself when it is not the same.
    /// </summary>
    public virtual FrontMatterValue? Write(JsonObject json, IFieldNames names) => null;

    /// <summary>What is wrong with a value by the field's settings, in sentences.</summary>
    public IEnumerable<string> Validate(JsonObject? json, ContentFieldDefinition field)
        => json is not null && !IsEmpty(json) ? Check(json, field)
        : field.Required ? ["A value is required."]
        : [];

    /// <summary>The value as plain text, for search and for a page without a template; empty when it has none.</summary>
    public virtual string Text(JsonObject json) => "";

    protected abstract bool IsEmpty(JsonObject json);

    /// <summary>What is wrong with a value that is not empty.</summary>
    protected abstract IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field);

    private protected static string? String(JsonObject json, string key)
        => json[key].TextOrNull();

    private protected static bool Missing(JsonObject json, string key)
        => json[key] switch
        {
            null => true,
            JsonArray array => array.Count == 0,
            _ => String(json, key) is { } text && string.IsNullOrWhiteSpace(text),
        };

    /// <summary>The texts of an array; null when it is not an array of texts.</summary>
    private protected static IReadOnlyList<string>? Strings(JsonObject json, string key)
    {
        if (json[key] is not JsonArray array)
        {
            return null;
        }

        var texts = array.Select(item => item.TextOrNull()).OfType<string>().ToList();
        return texts.Count == array.Count ? texts : null;
    }

    // What is written stands on no line yet.
    private protected static FrontMatterScalar? Scalar(string? text) => text is null ? null : new FrontMatterScalar(text, 0);

    private protected static FrontMatterList? Scalars(IEnumerable<string>? texts) => texts is null ? null : new FrontMatterList([.. texts.Select(text => Scalar(text)!)], 0);

    private protected static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
