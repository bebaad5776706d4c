using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Parts;

/// <summary>Items that live inside this one, each in the shape of a content item without dates and flags.</summary>
public sealed class BagPart
{
    public JsonArray ContentItems { get; set; } = [];
}
