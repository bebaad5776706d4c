namespace Portal.Kernel.Content.Parts;

/// <summary>The title, also the display text.</summary>
public sealed class TitlePart
{
    public string? Title { get; set; }
}
