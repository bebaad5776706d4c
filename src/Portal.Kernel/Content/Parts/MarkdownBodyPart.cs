namespace Portal.Kernel.Content.Parts;

/// <summary>The body, in Markdown.</summary>
public sealed class MarkdownBodyPart
{
    public string? Markdown { get; set; }
}
