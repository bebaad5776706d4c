using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Inner;

/// <summary>The items of one bag, flow or zone of an item.</summary>
/// <param name="Part">The part that holds them, as the type bears it.</param>
/// <param name="Zone">The zone, when the part has zones.</param>
/// <param name="Place">Where the group stands in the outermost item.</param>
/// <param name="Json">The array of items; of another kind, or null, when the part is of a wrong shape.</param>
public sealed record InnerGroup(ContentTypePartDefinition Part, string? Zone, string Place, JsonNode? Json)
{
    private string Settings => Part.PartName + "Settings";

    /// <summary>What the group is called on the screen; null for a flow and for zones, which are no chapters of a page.</summary>
    public string? Title => Part.PartName == InnerItems.Bag ? Part.Settings.Text("ContentTypePartSettings", "DisplayName") ?? Part.Name : null;

    /// <summary>The items, those left out that are none.</summary>
    public IEnumerable<InnerItem> Items(ContentDefinitions definitions)
        => Json is not JsonArray items
            ? []
            : from entry in items.Select((json, index) => (Json: json as JsonObject, Index: index))
              where entry.Json is not null
              select new InnerItem(entry.Json, definitions.Type(InnerItem.Text(entry.Json, "ContentType") ?? ""), $"{Place}[{entry.Index}]");

    /// <summary>Whether items of the type may stand here. A definition that names neither types nor stereotypes allows all.</summary>
    public bool Allows(ContentTypeDefinition type)
    {
        var types = Named("ContainedContentTypes");
        var stereotypes = Named("ContainedStereotypes");
        return (types.Count == 0 && stereotypes.Count == 0)
            || types.Contains(type.Name)
            || (type.Settings.Text("ContentTypeSettings", "Stereotype") is { Length: > 0 } stereotype && stereotypes.Contains(stereotype));
    }

    /// <summary>What may stand here, for a message.</summary>
    public string Allowed() => string.Join(", ", Named("ContainedContentTypes").Concat(Named("ContainedStereotypes").Select(stereotype => $"any {stereotype}")));

    private IReadOnlyList<string> Named(string key) => Part.Settings.Texts(Settings, key);
}
