namespace Portal.Kernel.Content.Markdown;

/// <summary>What an import needs to know of a text before it is shown.</summary>
public interface IMarkdownOutline
{
    /// <summary>The ids of the headings, in order.</summary>
    IReadOnlyList<string> Anchors(string markdown);

    /// <summary>All links and pictures, with the line (from 1) of the text they stand in.</summary>
    IReadOnlyList<MarkdownLink> Links(string markdown);

    /// <summary>What would not come out as its writer meant it: an unknown callout, one that is not closed, raw HTML, a link that is not shown.</summary>
    IReadOnlyList<MarkdownProblem> Problems(string markdown);
}

public sealed record MarkdownLink(string Url, int Line);

public sealed record MarkdownProblem(int Line, string Message);
