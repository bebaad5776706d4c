namespace Portal.Kernel.Content.Parts;

/// <summary>The path of the item's page, without a leading slash.</summary>
public sealed class AutoroutePart
{
    public string? Path { get; set; }

    public bool SetHomepage { get; set; }

    public bool Disabled { get; set; }

    public bool RouteContainedItems { get; set; }

    public bool Absolute { get; set; }
}
