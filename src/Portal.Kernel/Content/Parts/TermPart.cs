namespace Portal.Kernel.Content.Parts;

/// <summary>Which taxonomy a term belongs to.</summary>
public sealed class TermPart
{
    public string? TaxonomyContentItemId { get; set; }
}
