using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Parts;

/// <summary>Items by the zone that they stand in, each zone in order.</summary>
public sealed class WidgetsListPart
{
    public JsonObject Widgets { get; set; } = [];
}
