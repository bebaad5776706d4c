using System.Text;
using AngleSharp.Dom;
using Portal.Kernel.Content.Markdown;

namespace Portal.Kernel.Content.Html;

/// <summary>
/// Makes of somebody's HTML what may stand on a page: <see cref="AllowedHtml"/> and nothing else, written anew. Headings get ids as those of Markdown do
/// (<see cref="HeadingIdSequence"/>).
/// </summary>
public static class HtmlRenderer
{
    /// <param name="html">The text.</param>
    /// <param name="taken">Ids that the page has already.</param>
    /// <param name="anchors">Whether headings get ids and links to themselves: a page has one text with them, its body.</param>
    public static RenderedMarkdown Render(string html, IEnumerable<string>? taken = null, bool anchors = true)
    {
        var writer = new Writer(anchors ? new HeadingIdSequence(taken) : null);
        writer.Children(HtmlTree.Read(html), 0);
        return new RenderedMarkdown(writer.Html.ToString(), writer.Headings, []);
    }

    private sealed class Writer(HeadingIdSequence? ids)
    {
        public StringBuilder Html { get; } = new();

        public List<MarkdownHeading> Headings { get; } = [];

        public void Children(INode node, int depth)
        {
            foreach (var child in depth > HtmlTree.MaxDepth ? Enumerable.Empty<INode>() : node.ChildNodes)
            {
                if (child is IText text)
                {
                    Escape(text.Data);
                }
                else if (child is IElement element && !AllowedHtml.IsDropped(element))
                {
                    Element(element, depth + 1);
                }
            }
        }

        private void Element(IElement element, int depth)
        {
            var attributes = AllowedHtml.IsShown(element) ? AllowedHtml.Attributes(element).ToList() : [];
            if (AllowedHtml.HeadingLevel(element) is { } level)
            {
                Heading(element, level, depth);
            }
            else if (!AllowedHtml.IsShown(element) || (element.LocalName == "a" && attributes.TrueForAll(attribute => attribute.Name != "href")))
            {
                Children(element, depth);
            }
            else if (element.LocalName != "img" || attributes.Exists(attribute => attribute.Name == "src"))
            {
                Shown(element, attributes, depth);
            }
            else
            {
                // A picture from elsewhere is not fetched: its words stand for it.
                Escape(element.GetAttribute("alt") ?? "");
            }
        }

        private void Shown(IElement element, List<(string Name, string Value)> attributes, int depth)
        {
            var name = element.LocalName;
            Html.Append(name == "table" ? "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table" : "<" + name);
            if (name == "img")
            {
                Html.Append(" loading=\"lazy\"");
                attributes = [.. attributes.Where(attribute => attribute.Name != "alt"), ("alt", element.GetAttribute("alt") ?? "")];
            }

            foreach (var (key, value) in attributes)
            {
                Html.Append(' ').Append(key).Append("=\"");
                Escape(value);
                Html.Append('"');
                if (key == "href" && !SafeLinks.IsInternal(value))
                {
                    Html.Append(" rel=\"noopener noreferrer\"");
                }
            }

            Html.Append('>');
            if (!AllowedHtml.IsVoid(name))
            {
                Children(element, depth);
                Html.Append("</").Append(name).Append(name == "table" ? "></div>" : ">");
            }
        }

        private void Heading(IElement element, int level, int depth)
        {
            // The page's title is its first heading.
            var tag = level < 2 ? "h2" : element.LocalName;
            if (ids is null)
            {
                Html.Append('<').Append(tag).Append('>');
                Children(element, depth);
                Html.Append("</").Append(tag).Append('>');
                return;
            }

            var text = HtmlText.Line(element);
            var id = ids.Next(text);
            Headings.Add(new MarkdownHeading(level, id, text));
            Html.Append('<').Append(tag).Append(" id=\"");
            Escape(id);
            Html.Append("\">");
            Children(element, depth);
            Html.Append(" <a class=\"heading-link\" href=\"#");
            Escape(id);
            Html.Append("\" aria-label=\"Link to this section: ");
            Escape(text);
            Html.Append("\"></a></").Append(tag).Append('>');
        }

        private void Escape(string text)
        {
            foreach (var c in text)
            {
                _ = c switch
                {
                    '&' => Html.Append("&amp;"),
                    '<' => Html.Append("&lt;"),
                    '>' => Html.Append("&gt;"),
                    '"' => Html.Append("&quot;"),
                    _ => Html.Append(c),
                };
            }
        }
    }
}
