using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Inner;

/// <summary>An item that lives inside another. It is the JSON as it stands in the outer item: what changes it changes the outer item.</summary>
/// <param name="Json">The item.</param>
/// <param name="Type">Its type; null when it names none that is defined.</param>
/// <param name="Place">Where it stands, counted from 0: <c>Steps[2]</c>, deeper <c>Steps[2].Hints[0]</c>.</param>
public sealed record InnerItem(JsonObject Json, ContentTypeDefinition? Type, string Place)
{
    /// <summary>The item read as one, sharing <see cref="Json"/>.</summary>
    public ContentItem Item { get; } = new()
    {
        ContentItemId = Text(Json, nameof(ContentItem.ContentItemId)) ?? "",
        ContentItemVersionId = "",
        ContentType = Text(Json, nameof(ContentItem.ContentType)) ?? "",
        DisplayText = Title(Json) ?? Text(Json, nameof(ContentItem.DisplayText)),
        Content = Json,
    };

    /// <summary>Its title, where it has one and it is to be shown.</summary>
    public string? ShownTitle => IsFalse((Json["WidgetMetadata"] as JsonObject)?["RenderTitle"]) || Type?.Part(nameof(TitlePart)) is { } part && IsHidden(part) ? null
        : string.IsNullOrWhiteSpace(Item.DisplayText) ? null
        : Item.DisplayText;

    /// <summary>The id by which its place on a page is linked to; null when it has none that could be one.</summary>
    public string? Anchor => Ids.IsId(Item.ContentItemId) ? Item.ContentItemId : null;

    internal static string? Title(JsonObject json) => (json[nameof(TitlePart)] as JsonObject) is { } part ? Text(part, nameof(TitlePart.Title)) : null;

    internal static string? Text(JsonObject json, string key) => json[key].TextOrNull();

    private static bool IsHidden(ContentTypePartDefinition part) => IsFalse((part.Settings["TitlePartSettings"] as JsonObject)?["RenderTitle"]);

    private static bool IsFalse(JsonNode? node) => node is JsonValue value && bool.TryParse(value.ToString(), out var flag) && !flag;
}
