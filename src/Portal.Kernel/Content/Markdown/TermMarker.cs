using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Kernel.Content.Markdown;

/// <summary>A term where it first stands in a text: a button that opens its explanation, which the page puts at its end as <c>term-{slug}</c>.</summary>
internal sealed class TermInline(string slug, string text) : LeafInline
{
    public string Slug => slug;

    public string Text => text;

    /// <summary>Marks that stand right before and after the term, and must not be parted from it at the end of a line.</summary>
    public string Before { get; init; } = "";

    public string After { get; init; } = "";
}

/// <summary>Puts <see cref="TermInline"/>s into a parsed text: in paragraphs, not in headings, links, code or the labels of boxes to tick.</summary>
internal static class TermMarker
{
    private const string Opening = "(\"'‘“";
    private const string Closing = ".,;:!?)\"'’”…";

    /// <summary>Returns the slugs of the terms marked, in the order of the text.</summary>
    public static IReadOnlyList<string> Mark(MarkdownDocument document, TermIndex terms, IEnumerable<string> explained)
    {
        var seen = new HashSet<string>(explained, StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var paragraph in document.Descendants<ParagraphBlock>().Where(paragraph => paragraph.Inline?.FirstChild is not TaskList).ToList())
        {
            foreach (var literal in paragraph.Inline?.Descendants<LiteralInline>().Where(IsRunningText).ToList() ?? [])
            {
                found.AddRange(Mark(literal, terms, seen));
            }
        }

        return found;
    }

    private static IEnumerable<string> Mark(LiteralInline literal, TermIndex terms, HashSet<string> seen)
    {
        var text = literal.Content.ToString();
        var matches = terms.Find(text, seen).ToList();
        if (matches.Count == 0)
        {
            return [];
        }

        var from = 0;
        foreach (var match in matches)
        {
            var before = match.Start > from && Opening.Contains(text[match.Start - 1]) ? match.Start - 1 : match.Start;
            var after = match.End;
            while (after < text.Length && Closing.Contains(text[after]))
            {
                after++;
            }

            literal.InsertBefore(new LiteralInline(new StringSlice(text[from..before])));
            literal.InsertBefore(new TermInline(match.Slug, text[match.Start..match.End]) { Before = text[before..match.Start], After = text[match.End..after] });
            from = after;
        }

        literal.Content = new StringSlice(text[from..]);
        return matches.Select(match => match.Slug);
    }

    private static bool IsRunningText(LiteralInline literal)
    {
        for (Inline? inline = literal.Parent; inline is not null; inline = inline.Parent)
        {
            if (inline is LinkInline)
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class TermRenderer : HtmlObjectRenderer<TermInline>
{
    // Browsers break a line before and after a button, whatever stands there: a full stop would begin the next line.
    protected override void Write(HtmlRenderer renderer, TermInline obj)
    {
        var held = obj.Before.Length + obj.After.Length > 0;
        renderer.Write(held ? "<span class=\"term-hold\">" : "").WriteEscape(obj.Before)
            .Write("<button type=\"button\" class=\"term\" popovertarget=\"term-").WriteEscape(obj.Slug).Write("\">").WriteEscape(obj.Text).Write("</button>")
            .WriteEscape(obj.After).Write(held ? "</span>" : "");
    }
}
