using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Markdown;

namespace Portal.Kernel.Content.Html;

/// <summary>
/// The elements and attributes of somebody's HTML that are shown. What is not named here is not shown: of an unknown element its content is, of one that
/// holds no text for readers (<see cref="IsDropped"/>) nothing is. There is no style, no script, no id, and nothing that is fetched from elsewhere.
/// </summary>
internal static class AllowedHtml
{
    private static readonly string[] None = [];

    private static readonly FrozenDictionary<string, string[]> Elements = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["a"] = ["href", "title"],
        ["abbr"] = ["title"],
        ["dfn"] = ["title"],
        ["details"] = ["open"],
        ["img"] = ["src", "alt", "title", "width", "height"],
        ["ol"] = ["start"],
        ["td"] = ["colspan", "rowspan"],
        ["th"] = ["colspan", "rowspan", "scope"],
        ["time"] = ["datetime"],
    }.Concat(new[]
    {
        "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "i", "ins", "kbd", "li", "mark", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "tfoot",
        "thead", "tr", "u", "ul", "var", "wbr",
    }.Select(name => KeyValuePair.Create(name, None))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.Ordinal,
        "applet", "audio", "base", "button", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "input", "link", "math", "meta", "noembed", "noframes",
        "noscript", "object", "option", "param", "plaintext", "script", "select", "source", "style", "svg", "template", "textarea", "title", "track", "video", "xmp");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal, "br", "hr", "img", "wbr");

    // The parser makes these without a namespace of their own; one of another namespace has other rules for what it holds.
    public static bool IsDropped(IElement element) => element.NamespaceUri != NamespaceNames.HtmlUri || Dropped.Contains(element.LocalName);

    public static bool IsShown(IElement element) => Elements.ContainsKey(element.LocalName);

    public static bool IsVoid(string name) => Void.Contains(name);

    public static int? HeadingLevel(IElement element)
        => element.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : null;

    /// <summary>The attributes that are shown, with values that are right.</summary>
    public static IEnumerable<(string Name, string Value)> Attributes(IElement element)
        => from name in Elements[element.LocalName].Concat(["lang", "dir"])
           let value = element.GetAttribute(name)
           where value is not null && IsRight(name, value)
           select (name, value);

    private static bool IsRight(string name, string value) => name switch
    {
        "href" => SafeLinks.IsSafe(value),
        "src" => SafeLinks.IsOwnMedia(value),
        "colspan" or "rowspan" or "start" or "width" or "height" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000,
        "scope" => value is "row" or "col" or "rowgroup" or "colgroup",
        "dir" => value is "ltr" or "rtl" or "auto",
        "lang" => LanguageTag.IsValid(value),
        _ => true,
    };
}
