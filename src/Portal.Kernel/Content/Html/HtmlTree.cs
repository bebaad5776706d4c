using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Kernel.Content.Html;

/// <summary>Reads somebody's HTML as a browser does, within bounds that a text for readers does not reach.</summary>
internal static class HtmlTree
{
    /// <summary>Deeper elements are passed over: what walks the tree calls itself.</summary>
    public const int MaxDepth = 100;

    public const int MaxLength = 1_000_000;

    // Reading takes a time that grows with the square of the depth, which no more than so many tags can make.
    public const int MaxTags = 20_000;

    public static bool IsTooLarge(string html) => html.Length > MaxLength || html.AsSpan().Count('<') > MaxTags;

    /// <summary>The body; empty when the text is too large to be read.</summary>
    public static IElement Read(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + (IsTooLarge(html) ? "" : html)).Body!;
}
