using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Parts;

/// <summary>A taxonomy's terms: content items with a <see cref="TermPart"/>, narrower terms nested in each under <c>Terms</c>.</summary>
public sealed class TaxonomyPart
{
    public string? TermContentType { get; set; }

    public JsonArray Terms { get; set; } = [];
}
