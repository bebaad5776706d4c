namespace Portal.Kernel.Content.Parts;

/// <summary>Where an item stands in a list.</summary>
public sealed class ContainedPart
{
    public string? ListContentItemId { get; set; }

    public string? ListContentType { get; set; }

    public int Order { get; set; }
}
