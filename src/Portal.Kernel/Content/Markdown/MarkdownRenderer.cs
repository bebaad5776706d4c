using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Portal.Kernel.Content.Markdown;

/// <summary>Renders Markdown as the HTML of a page's body. What comes out is safe to put on a page: no raw HTML, no script, no style, no unsafe link.</summary>
public sealed class MarkdownRenderer
{
    /// <param name="markdown">The text.</param>
    /// <param name="terms">Wordings to explain where they first stand.</param>
    /// <param name="explained">Slugs of terms not to explain: the page's own term.</param>
    /// <param name="anchors">Whether headings get ids and links to themselves: a page has one text with them, its body.</param>
    public RenderedMarkdown Render(string markdown, TermIndex terms, IEnumerable<string> explained, bool anchors = true)
    {
        var document = MarkdownText.Parse(markdown);
        Checklists.Mark(document);
        var used = TermMarker.Mark(document, terms, explained);
        var headings = document.Descendants<HeadingBlock>()
            .Select(heading => new MarkdownHeading(heading.Level, heading.Id(), MarkdownText.Plain(heading.Inline)))
            .ToList();

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Use(renderer, anchors);
        renderer.Render(document);
        return new RenderedMarkdown(writer.ToString(), headings, used);
    }

    /// <summary>The first paragraph in plain text: a definition, a summary.</summary>
    public string FirstParagraph(string markdown)
        => MarkdownText.Plain(MarkdownText.Parse(markdown).Descendants<ParagraphBlock>().FirstOrDefault()?.Inline);

    private static void Use(HtmlRenderer renderer, bool anchors)
    {
        renderer.ObjectRenderers.RemoveAll(known => known is HeadingRenderer or LinkInlineRenderer or AutolinkInlineRenderer);
        renderer.ObjectRenderers.AddRange([
            new SectionHeadingRenderer(anchors), new SafeLinkRenderer(), new SafeAutolinkRenderer(), new CalloutRenderer(), new TickBoxRenderer(), new ScrollingTableRenderer(), new TermRenderer()]);
    }
}

/// <param name="Html">The body.</param>
/// <param name="Headings">In order.</param>
/// <param name="Terms">Slugs of the terms marked, in order.</param>
public sealed record RenderedMarkdown(string Html, IReadOnlyList<MarkdownHeading> Headings, IReadOnlyList<string> Terms);

public sealed record MarkdownHeading(int Level, string Id, string Text);
