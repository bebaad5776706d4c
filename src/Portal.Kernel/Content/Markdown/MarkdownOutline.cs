using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Kernel.Content.Markdown;

/// <summary>What an import needs to know of a text before it is shown.</summary>
/// <param name="Anchors">The ids of the headings, in order.</param>
/// <param name="Links">Links and pictures within the site, with the line (from 1) of the text they stand in.</param>
/// <param name="Problems">What would not come out as its writer meant it: an unknown callout, one that is not closed, raw HTML, a link that is not shown.</param>
public sealed record MarkdownOutline(IReadOnlyList<string> Anchors, IReadOnlyList<MarkdownLink> Links, IReadOnlyList<MarkdownProblem> Problems)
{
    public static readonly MarkdownOutline Empty = new([], [], []);

    public static MarkdownOutline Of(string markdown)
    {
        if (markdown.Length == 0)
        {
            return Empty;
        }

        var document = MarkdownText.Parse(markdown);
        return new MarkdownOutline(
            [.. document.Descendants<HeadingBlock>().Select(heading => heading.Id())],
            [.. document.Descendants<LinkInline>().Where(link => link.Url is { Length: > 0 } url && SafeLinks.IsInternal(url)).Select(link => new MarkdownLink(link.Url!, link.Line + 1))],
            document.IsTooDeep()
                ? [new MarkdownProblem(1, "The text is nested too deeply.")]
                : [.. Callout(document).Concat(Headings(document)).Concat(Unsafe(document)).OrderBy(problem => problem.Line)]);
    }

    private static IEnumerable<MarkdownProblem> Callout(MarkdownDocument document)
    {
        foreach (var container in document.Descendants<CustomContainer>())
        {
            if (Callouts.Label(container.Info) is null)
            {
                yield return new MarkdownProblem(container.Line + 1, $"'{container.Info}' is not a callout; there are {string.Join(", ", Callouts.Kinds)}.");
            }

            if (container.ClosingFencedCharCount == 0)
            {
                yield return new MarkdownProblem(container.Line + 1, $"The callout '{container.Info}' is not closed by a line ':::'.");
            }
        }
    }

    private static IEnumerable<MarkdownProblem> Headings(MarkdownDocument document)
    {
        var level = 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.Level == 1)
            {
                yield return new MarkdownProblem(heading.Line + 1, "A text's headings begin with '##': the title is the page's first heading.");
            }
            else if (heading.Level > level + 1)
            {
                yield return new MarkdownProblem(heading.Line + 1, $"The heading skips a level: {new string('#', level + 1)} should come before {new string('#', heading.Level)}.");
            }

            level = heading.Level;
        }
    }

    private static IEnumerable<MarkdownProblem> Unsafe(MarkdownDocument document)
        => document.Descendants<LinkInline>().Select(link => (link.Url, link.Line))
            .Concat(document.Descendants<AutolinkInline>().Where(link => !link.IsEmail).Select(link => ((string?)link.Url, link.Line)))
            .Where(link => !SafeLinks.IsSafe(link.Item1))
            .Select(link => new MarkdownProblem(
                link.Item2 + 1, $"'{link.Item1}' cannot be linked to: an address begins with https:, http:, mailto:, tel:, / or #."));
}

public sealed record MarkdownLink(string Url, int Line);

public sealed record MarkdownProblem(int Line, string Message);
