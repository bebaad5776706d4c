using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Inner;

/// <summary>The fields of an item together with those of the items inside it: what they point at, the outer item points at.</summary>
public static class ItemFields
{
    public static IEnumerable<ItemField> Of(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions)
        => Own(item, type, definitions, "")
            .Concat(InnerItems.All(item, type, definitions).Where(inner => inner.Type is not null).SelectMany(inner => Own(inner.Item, inner.Type!, definitions, inner.Place + ".")));

    /// <summary>Those of one kind that have a value.</summary>
    public static IEnumerable<ItemField> OfKind(string kind, ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions)
        => Of(item, type, definitions).Where(field => field.Field.FieldType == kind && field.Json is not null);

    /// <summary>The texts of an array of a field; what is no text is passed over.</summary>
    public static IEnumerable<string> Texts(JsonObject? field, string key)
        => field?[key] is JsonArray values ? values.Select(value => value.TextOrNull()).OfType<string>() : [];

    private static IEnumerable<ItemField> Own(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, string prefix)
        => definitions.FieldsOf(type).Select(placed => new ItemField($"{prefix}{placed.PartName}.{placed.Field.Name}", placed.Field, item.Field(placed.PartName, placed.Field.Name)));
}

/// <param name="Place">Where the field stands: <c>Practice.Summary</c>, of an inner item <c>Steps[2].Step.Summary</c>.</param>
/// <param name="Field">Its definition.</param>
/// <param name="Json">Its value; null when it has none.</param>
public sealed record ItemField(string Place, ContentFieldDefinition Field, JsonObject? Json);
