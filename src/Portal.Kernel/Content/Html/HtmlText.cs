using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Html;

/// <summary>The words of somebody's HTML: those that <see cref="HtmlRenderer"/> shows, without marks, a block a line.</summary>
public static class HtmlText
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
        "sup", "time", "u", "var", "wbr");

    /// <summary>Why a text cannot be read, in a sentence; null when it can.</summary>
    public static string? Problem(string html) => HtmlTree.IsTooLarge(html)
        ? $"It has {html.Length} characters and {html.AsSpan().Count('<')} tags; at most {HtmlTree.MaxLength} characters and {HtmlTree.MaxTags} tags are read."
        : null;

    /// <summary>All its words.</summary>
    public static string Plain(string html) => string.Join('\n', Sections(html).SelectMany(section => new[] { section.Heading, section.Text }).Where(text => !string.IsNullOrEmpty(text)));

    /// <summary>The sections that search finds: each heading, by the id that the page gives it, with what stands under it before the next.</summary>
    /// <param name="html">The text.</param>
    /// <param name="taken">Ids that the page has already.</param>
    public static IReadOnlyList<SearchSection> Sections(string html, IEnumerable<string>? taken = null)
    {
        var reader = new Reader(new HeadingIdSequence(taken));
        reader.Children(HtmlTree.Read(html), 0);
        return reader.Finish();
    }

    /// <summary>An element's words in one line.</summary>
    internal static string Line(IElement element)
    {
        var reader = new Reader(null);
        reader.Children(element, 0);
        return string.Join(' ', reader.Finish().Select(section => section.Text.Replace('\n', ' ')));
    }

    private sealed class Reader(HeadingIdSequence? ids)
    {
        private readonly List<SearchSection> _sections = [];
        private readonly StringBuilder _text = new();
        private (string Id, string Text)? _heading;

        public void Children(INode node, int depth)
        {
            foreach (var child in depth > HtmlTree.MaxDepth ? Enumerable.Empty<INode>() : node.ChildNodes)
            {
                if (child is IText text)
                {
                    _text.Append(text.Data.ReplaceLineEndings(" "));
                }
                else if (child is IElement element && !AllowedHtml.IsDropped(element))
                {
                    Element(element, depth + 1);
                }
            }
        }

        public List<SearchSection> Finish()
        {
            Close();
            return _sections;
        }

        private void Element(IElement element, int depth)
        {
            if (ids is not null && AllowedHtml.HeadingLevel(element) is not null)
            {
                Close();
                var text = Line(element);
                _heading = (ids.Next(text), text);
                return;
            }

            var cell = element.LocalName is "td" or "th";
            var parted = !cell && !Inline.Contains(element.LocalName);
            _text.Append(parted ? "\n" : cell && element.PreviousElementSibling is not null ? " · " : "");
            Children(element, depth);
            _text.Append(parted ? "\n" : "");
        }

        private void Close()
        {
            var lines = _text.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
            var text = string.Join('\n', lines);
            if (_heading is not null || text.Length > 0)
            {
                _sections.Add(new SearchSection(_heading?.Id, _heading?.Text, text));
            }

            _text.Clear();
        }
    }
}
