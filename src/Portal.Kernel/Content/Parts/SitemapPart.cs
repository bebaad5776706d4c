using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Parts;

/// <summary>What the site's map says of the item, where <see cref="OverrideSitemapConfig"/> is set. The frequency may be a name or Orchard Core's number of it.</summary>
public sealed class SitemapPart
{
    public bool OverrideSitemapConfig { get; set; }

    public JsonNode? ChangeFrequency { get; set; }

    /// <summary>From 0 to 10: tenths of what the map calls a priority.</summary>
    public int Priority { get; set; }

    public bool Exclude { get; set; }
}
