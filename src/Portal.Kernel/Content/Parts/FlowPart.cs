using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Parts;

/// <summary>Items that make up a page, in order, each in the shape of a content item without dates and flags.</summary>
public sealed class FlowPart
{
    public JsonArray Widgets { get; set; } = [];
}
