using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Inner;

/// <summary>Finds the items that live inside an item: in its bags, its flow and its zones, and again inside those.</summary>
public static class InnerItems
{
    /// <summary>How deep items may stand in each other; what walks them calls itself.</summary>
    public const int MaxDepth = 16;

    public const string Bag = nameof(BagPart);

    /// <summary>All inner items in the order of the parts, each before those inside it.</summary>
    public static IEnumerable<InnerItem> All(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions)
        => type.Parts.Any(IsHolder) ? Within(item.Content, type, definitions, "", 1) : [];

    /// <summary>The groups of items that an item itself holds.</summary>
    /// <param name="content">The item's parts.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="prefix">The place of the item, with a point after it; empty for an outermost one.</param>
    public static IEnumerable<InnerGroup> Groups(JsonObject content, ContentTypeDefinition type, string prefix = "")
        => !type.Parts.Any(IsHolder)
            ? []
            : from part in type.PartsInOrder.Where(IsHolder)
              where content[part.Name] is not null
              from @group in Groups(part, content[part.Name]!, prefix + part.Name)
              select @group;

    private static bool IsHolder(ContentTypePartDefinition part) => part.PartName is Bag or nameof(FlowPart) or nameof(WidgetsListPart);

    private static IEnumerable<InnerGroup> Groups(ContentTypePartDefinition part, JsonNode json, string place)
    {
        var items = json is JsonObject holder ? holder[part.PartName == Bag ? nameof(BagPart.ContentItems) : nameof(FlowPart.Widgets)] ?? new JsonArray() : json;
        if (part.PartName != nameof(WidgetsListPart))
        {
            return [new InnerGroup(part, null, place, json is JsonObject ? items : null)];
        }

        if (items is JsonArray { Count: 0 })
        {
            return [];
        }

        var known = (part.Settings["WidgetsListPartSettings"] as JsonObject)?["Zones"] is JsonArray named ? named.Select(zone => zone?.ToString() ?? "").ToList() : [];
        return json is JsonObject && items is JsonObject zones
            ? zones.OrderBy(zone => known.IndexOf(zone.Key) is var at and >= 0 ? at : known.Count).Select(zone => new InnerGroup(part, zone.Key, $"{place}.{zone.Key}", zone.Value))
            : [new InnerGroup(part, null, place, null)];
    }

    private static IEnumerable<InnerItem> Within(JsonObject content, ContentTypeDefinition type, ContentDefinitions definitions, string prefix, int depth)
    {
        foreach (var inner in Groups(content, type, prefix).SelectMany(@group => @group.Items(definitions)))
        {
            yield return inner;
            foreach (var deeper in inner.Type is null || depth == MaxDepth ? [] : Within(inner.Json, inner.Type, definitions, inner.Place + ".", depth + 1))
            {
                yield return deeper;
            }
        }
    }
}
