namespace Portal.Kernel.Content.Parts;

/// <summary>The body, in HTML. It is kept as it came; what is shown of it is what the allow-list lets through.</summary>
public sealed class HtmlBodyPart
{
    public string? Html { get; set; }
}
