using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Attachments;

/// <summary>A file of the site's media that an item offers.</summary>
/// <param name="Path">Below the site's media.</param>
/// <param name="Name">As the item calls it; else the file's own name.</param>
internal sealed record AttachedFile(string Path, string Name)
{
    /// <summary>Those in the item's media fields, and those that its text and its Markdown fields link to, each once.</summary>
    public static IReadOnlyList<AttachedFile> Of(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions)
    {
        var named = ItemFields.OfKind("MediaField", item, type, definitions).SelectMany(field => FieldFiles.Of(field.Json)).Select(file => new AttachedFile(file.Path, file.Words));
        var markdown = ItemFields.OfKind("MarkdownField", item, type, definitions).Select(field => field.Json?["Markdown"]?.ToString()).Append(item.Part<MarkdownBodyPart>().Markdown);
        return [.. named.Concat(markdown.SelectMany(Linked)).DistinctBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => file.Name.Length > 0 ? file : file with { Name = file.Path[(file.Path.LastIndexOf('/') + 1)..] })];
    }

    private static IEnumerable<AttachedFile> Linked(string? markdown)
        => markdown?.Contains(MediaAddress, StringComparison.Ordinal) != true
            ? []
            : from link in MarkdownText.Parse(markdown).Descendants<LinkInline>()
              where !link.IsImage && link.Url?.StartsWith(MediaAddress, StringComparison.Ordinal) == true
              select new AttachedFile(Uri.UnescapeDataString(link.Url![MediaAddress.Length..].Split('?', '#')[0]), MarkdownText.Plain(link));

    private const string MediaAddress = "/media/";

    /// <summary>Its address on this site.</summary>
    public string Url => new FieldFile(Path, "").Url;
}
