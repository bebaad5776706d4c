using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Kernel.Content.Markdown;

/// <summary>A heading with a link to itself, which the theme's script turns into one that copies; a plain one without <paramref name="anchors"/>.</summary>
internal sealed class SectionHeadingRenderer(bool anchors) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var tag = obj.Level switch { <= 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" };
        renderer.EnsureLine();
        if (!anchors)
        {
            renderer.Write('<').Write(tag).Write('>').WriteLeafInline(obj);
            renderer.Write("</").Write(tag).WriteLine(">");
            return;
        }

        renderer.Write('<').Write(tag).Write(" id=\"").WriteEscape(obj.Id()).Write("\">").WriteLeafInline(obj);
        renderer.Write(" <a class=\"heading-link\" href=\"#").WriteEscape(obj.Id()).Write("\" aria-label=\"Link to this section: ")
            .WriteEscape(MarkdownText.Plain(obj.Inline)).Write("\"></a></").Write(tag).WriteLine(">");
    }
}

/// <summary>Links to safe addresses; what is not safe is shown as its text. Pictures are taken from the site's own media only.</summary>
internal sealed class SafeLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        if (!SafeLinks.IsSafe(obj.Url) || (obj.IsImage && !SafeLinks.IsOwnMedia(obj.Url)))
        {
            renderer.WriteChildren(obj);
        }
        else if (obj.IsImage)
        {
            renderer.Write("<img loading=\"lazy\" src=\"").WriteEscapeUrl(obj.Url).Write("\" alt=\"").WriteEscape(MarkdownText.Plain(obj)).Write("\">");
        }
        else
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(obj.Url).Write(SafeLinks.IsInternal(obj.Url!) ? "\">" : "\" rel=\"noopener noreferrer\">");
            renderer.WriteChildren(obj);
            renderer.Write("</a>");
        }
    }
}

/// <summary>An address written as itself, between angle brackets: a link when it is safe, text when it is not.</summary>
internal sealed class SafeAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var url = obj.IsEmail ? "mailto:" + obj.Url : obj.Url;
        if (SafeLinks.IsSafe(url))
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"noopener noreferrer\">").WriteEscape(obj.Url).Write("</a>");
        }
        else
        {
            renderer.WriteEscape(obj.Url);
        }
    }
}

/// <summary>A callout: its label, then what it holds. One of an unknown kind is shown as information.</summary>
internal sealed class CalloutRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        var kind = Callouts.Label(obj.Info) is null ? "information" : obj.Info!;
        renderer.EnsureLine();
        renderer.Write("<div class=\"callout callout--").Write(kind).Write(kind is "principle" or "steps" or "checklist" ? "\">" : "\" role=\"note\">");
        renderer.Write("<p class=\"callout__label\">").Write(Callouts.Label(kind)).WriteLine("</p>");
        renderer.WriteChildren(obj);
        renderer.WriteLine("</div>");
    }
}

/// <summary>A box to tick, whose label is the rest of the line. It works without script; keeping the ticks is the script's.</summary>
internal sealed class TickBoxRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj)
    {
        renderer.Write("<label><input type=\"checkbox\"> <span>");
        for (var inline = obj.NextSibling; inline is not null;)
        {
            var next = inline.NextSibling;
            renderer.Render(inline);
            inline.Remove();
            inline = next;
        }

        renderer.Write("</span></label>");
    }
}

/// <summary>A table in a frame that scrolls by itself when the screen is narrow.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        AlignByClass(table);
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }

    // The content security policy forbids the style attributes that it would write otherwise.
    private static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions))
            {
                if (column.Alignment is { } alignment and not TableColumnAlign.Left)
                {
                    cell.GetAttributes().AddClass(alignment == TableColumnAlign.Right ? "align-end" : "align-centre");
                }
            }
        }

        table.ColumnDefinitions.ForEach(column => column.Alignment = null);
    }
}
