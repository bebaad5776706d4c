using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Kernel.Content.Markdown;

/// <inheritdoc />
public sealed class MarkdownOutline : IMarkdownOutline
{
    public IReadOnlyList<string> Anchors(string markdown) => [.. MarkdownText.Parse(markdown).Descendants<HeadingBlock>().Select(heading => heading.Id())];

    public IReadOnlyList<MarkdownLink> Links(string markdown)
        => [.. MarkdownText.Parse(markdown).Descendants<LinkInline>().Select(link => new MarkdownLink(link.Url ?? "", link.Line + 1))];

    public IReadOnlyList<MarkdownProblem> Problems(string markdown)
    {
        var document = MarkdownText.Parse(markdown);
        if (document.IsTooDeep())
        {
            return [new MarkdownProblem(1, "The text is nested too deeply.")];
        }

        return [.. Callout(document).Concat(Headings(document)).Concat(Unsafe(document)).OrderBy(problem => problem.Line)];
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
