namespace Portal.Kernel.Content.Parts;

/// <summary>The language of an item (BCP 47), and the set of its translations.</summary>
public sealed class LocalizationPart
{
    public const string DefaultCulture = "en";

    public string? LocalizationSet { get; set; }

    public string? Culture { get; set; }
}
