using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;

namespace Portal.Modules.Shared.Articles;

/// <summary>Reads the fields that pages of the knowledge base show.</summary>
public static class ContentText
{
    public static string Path(this ContentItem item) => "/" + item.Part<AutoroutePart>().Path;

    public static string Title(this ContentItem item) => item.DisplayText ?? "";

    public static string? Text(this ContentItem item, string field) => (string?)item.Field(field)?["Text"];

    public static bool Flag(this ContentItem item, string field) => item.Field(field)?["Value"] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static int? Number(this ContentItem item, string field)
        => item.Field(field)?["Value"] is JsonValue value && decimal.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? (int)number : null;

    public static IReadOnlyList<string> Values(this ContentItem item, string field)
        => item.Field(field)?["Values"] is JsonArray values ? [.. values.Select(value => (string?)value).OfType<string>()] : [];

    /// <summary>What a bag holds, in order.</summary>
    public static IEnumerable<ContentItem> Inside(this ContentItem item, string bag)
        => ((item.Content[bag] as JsonObject)?["ContentItems"] as JsonArray ?? []).OfType<JsonObject>().Select(ContentJson.Read);

    public static IReadOnlyList<string> References(this ContentItem item, string part, string field)
        => item.Field(part, field)?["ContentItemIds"] is JsonArray ids ? [.. ids.Select(id => (string?)id).OfType<string>()] : [];
}
