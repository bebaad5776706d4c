using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Modules.TakeAway.Pdf;

/// <summary>
/// Makes the texts of several pages the text of one document: headings one level below the part's own, ids that are the document's, addresses of this
/// site written whole, and without what only works on a screen.
/// </summary>
/// <param name="root">Scheme and host that addresses of this site get.</param>
internal sealed class PrintText(string root)
{
    // What a page has for the pointer and for searching, and what would have to be fetched.
    private const string Passed = "script, style, nav, form, template, iframe, .heading-link, .page-tools, .term-notes, [hidden]";
    private static readonly HtmlParser Parser = new();

    private readonly List<PrintHeading> _headings = [];
    private int _ids;

    /// <summary>Those that the contents name, in order.</summary>
    public IReadOnlyList<PrintHeading> Headings => _headings;

    /// <summary>The heading of a part; its id leads there from the contents.</summary>
    public string Part(string title) => Listed(title, 2);

    /// <param name="html">The text of one page.</param>
    /// <param name="below">The level of the heading that it stands under.</param>
    public string Read(string html, int below)
    {
        var body = Parser.ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll(Passed).ToList())
        {
            element.Remove();
        }

        Words(body);
        Ids(body);
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            Move(heading, below - 1);
        }

        foreach (var fold in body.QuerySelectorAll("details"))
        {
            fold.SetAttribute("open", "");
        }

        return body.InnerHtml;
    }

    // A term of the glossary is a button in its sentence; a picture is not fetched, what it shows is said.
    private static void Words(IElement body)
    {
        foreach (var button in body.QuerySelectorAll("button").ToList())
        {
            button.OuterHtml = button.ClassList.Contains("term") ? button.InnerHtml : "";
        }

        foreach (var picture in body.QuerySelectorAll("img").ToList())
        {
            var words = body.Owner!.CreateElement("em");
            words.TextContent = $"[Picture: {picture.GetAttribute("alt")}]";
            picture.Replace(words);
        }
    }

    // Two chapters may have a section of the same name.
    private void Ids(IElement body)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in body.QuerySelectorAll("[id]"))
        {
            element.Id = known[element.Id!] = Next();
        }

        foreach (var named in body.QuerySelectorAll("[aria-labelledby]"))
        {
            var names = named.GetAttribute("aria-labelledby")!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            named.SetAttribute("aria-labelledby", string.Join(' ', names.Select(name => known.GetValueOrDefault(name, name))));
        }

        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            var href = link.GetAttribute("href")!;
            if (href.StartsWith('#'))
            {
                link.SetAttribute("href", known.TryGetValue(Uri.UnescapeDataString(href[1..]), out var id) ? "#" + id : href);
            }
            else if (href.StartsWith('/'))
            {
                // On paper the words say where it leads: the address is the document's own, with a longer path.
                link.SetAttribute("href", root + href);
                link.ClassList.Add("document__own");
            }
        }
    }

    private void Move(IElement heading, int by)
    {
        var level = Math.Clamp(heading.LocalName[1] - '0' + by, 2, 6);
        var moved = heading.Owner!.CreateElement(string.Create(CultureInfo.InvariantCulture, $"h{level}"));
        moved.InnerHtml = heading.InnerHtml;
        moved.Id = level <= 3 && heading.Closest(".callout") is null ? Listed(heading.TextContent.Trim(), level) : heading.Id;
        heading.Replace(moved);
    }

    private string Listed(string title, int level)
    {
        var id = Next();
        _headings.Add(new PrintHeading(id, title, level));
        return id;
    }

    private string Next() => string.Create(CultureInfo.InvariantCulture, $"{PrintHeading.Prefix}{++_ids}");
}

/// <param name="Level">2 for a part, 3 for what stands in it.</param>
public sealed record PrintHeading(string Id, string Title, int Level)
{
    /// <summary>What ids of a document begin with, before their number.</summary>
    public const string Prefix = "s";

    /// <summary>The page it stands on; null until the document was printed once.</summary>
    public int? Page { get; init; }
}
