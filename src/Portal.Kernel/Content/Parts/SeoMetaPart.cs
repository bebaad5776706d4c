using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Parts;

/// <summary>What the head of the item's page says to search engines and to those who pass on a link to it.</summary>
public sealed class SeoMetaPart
{
    public string? PageTitle { get; set; }

    /// <summary>Whether the head says any of it.</summary>
    public bool Render { get; set; } = true;

    public string? MetaDescription { get; set; }

    public string? MetaKeywords { get; set; }

    /// <summary>An address of the web, or a path of this site.</summary>
    public string? Canonical { get; set; }

    public string? MetaRobots { get; set; }

    public IList<SeoMetaTag?>? CustomMetaTags { get; set; }

    /// <summary>A media field.</summary>
    public JsonObject? DefaultSocialImage { get; set; }

    public SeoSocial? OpenGraph { get; set; }

    public SeoSocial? Twitter { get; set; }

    /// <summary>Structured data (JSON-LD) as a text.</summary>
    public string? GoogleSchema { get; set; }
}

public sealed class SeoMetaTag
{
    public string? Name { get; set; }

    public string? Property { get; set; }

    public string? Content { get; set; }
}

/// <summary>The texts of Open Graph and of Twitter's cards; each has those that it knows.</summary>
public sealed class SeoSocial
{
    /// <summary>A media field.</summary>
    public JsonObject? Image { get; set; }

    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? Card { get; set; }

    public string? Creator { get; set; }

    public string? Site { get; set; }
}
