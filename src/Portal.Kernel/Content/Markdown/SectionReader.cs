using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Markdown;

/// <summary>
/// Cuts a text into the sections that search finds: each heading with what stands under it before the next, in plain text, a paragraph a line. A section that is a list of links
/// ('Read more') is none: its words are the names of other pages, and those are found themselves.
/// </summary>
public static class SectionReader
{
    /// <summary>A list of which each item has a link to a page is one of links when these are one in so many letters, and an item says no more than so many beside: 'The word explained:'.</summary>
    private const int LeastLinked = 3, MostSaid = 40;

    public static IReadOnlyList<SearchSection> Read(string markdown)
    {
        var sections = new List<Cut>();
        var text = new StringBuilder();
        HeadingBlock? current = null;
        var (linked, unlinked, items) = (0, 0, 0);

        foreach (var block in MarkdownText.Parse(markdown).Descendants())
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Close();
                    current = heading;
                    break;
                case ParagraphBlock { Parent: not TableCell } paragraph:
                    text.AppendLine(MarkdownText.Plain(paragraph.Inline));
                    var links = paragraph.Inline?.Descendants<LinkInline>().Where(IsToAPage).Sum(link => MarkdownText.Plain(link).Length) ?? 0;
                    linked += links;
                    unlinked += links == 0 || paragraph.Parent is not ListItemBlock ? 1 : 0;
                    items++;
                    break;
                case TableRow row:
                    unlinked++;
                    text.AppendLine(string.Join(" · ", row.Descendants<ParagraphBlock>().Select(cell => MarkdownText.Plain(cell.Inline))));
                    break;
                case CodeBlock code:
                    unlinked++;
                    text.AppendLine(code.Lines.ToString());
                    break;
            }
        }

        Close();
        return [.. sections.Select((section, index) => section.Text.Length > 0 ? section.Found : section.Found with { Text = Outline(sections, index) })];

        void Close()
        {
            var plain = text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            var isLinks = current is not null && unlinked == 0 && linked > 0 && linked * LeastLinked >= plain.Length && plain.Length - linked <= items * MostSaid;
            if ((current is not null || plain.Length > 0) && !isLinks)
            {
                sections.Add(new Cut(current?.Level ?? 0, new SearchSection(current?.Id(), current is null ? null : MarkdownText.Plain(current.Inline), plain)));
            }

            text.Clear();
            (linked, unlinked, items) = (0, 0, 0);
        }
    }

    private static bool IsToAPage(LinkInline link)
        => !link.IsImage && link.Url is { } url && url.StartsWith('/') && !url.StartsWith("/media/", StringComparison.Ordinal);

    // A heading right above another has no text of its own: what stands under it says what it holds.
    private static string Outline(List<Cut> sections, int index) => string.Join(
        " · ", sections.Skip(index + 1).TakeWhile(below => below.Level > sections[index].Level).Select(below => below.Found.Heading));

    private readonly record struct Cut(int Level, SearchSection Found)
    {
        public string Text => Found.Text;
    }
}
