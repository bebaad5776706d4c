namespace Portal.Kernel.Content.Parts;

/// <summary>A short name that other content can refer to the item by; a taxonomy's is its name in addresses.</summary>
public sealed class AliasPart
{
    public string? Alias { get; set; }
}
