using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Kernel.Content.Markdown;

/// <summary>Reads Markdown as the portal understands it: CommonMark with pipe tables, task lists and callouts; no raw HTML, no attributes.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseCustomContainers()
        .UsePreciseSourceLocation()
        .DisableHtml()
        .Build();

    public static MarkdownDocument Parse(string markdown)
    {
        var document = Read(markdown);
        HeadingIds.Assign(document);
        return document;
    }

    /// <summary>Whether the text was nested too deeply to be read as Markdown, and stands as it was written.</summary>
    public static bool IsTooDeep(this MarkdownDocument document) => document.ContainsData(typeof(MarkdownText));

    private static MarkdownDocument Read(string markdown)
    {
        try
        {
            return Markdig.Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's guard against nesting that would exhaust the stack.
            var plain = new MarkdownDocument { new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) } };
            plain.SetData(typeof(MarkdownText), true);
            return plain;
        }
    }

    /// <summary>The text of a block's or a link's inlines, without marks.</summary>
    public static string Plain(ContainerInline? inlines)
    {
        if (inlines is null)
        {
            return "";
        }

        var text = new System.Text.StringBuilder();
        Append(inlines, text);
        return text.ToString();
    }

    private static void Append(ContainerInline inlines, System.Text.StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline autolink:
                    text.Append(autolink.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case ContainerInline container:
                    Append(container, text);
                    break;
            }
        }
    }
}
