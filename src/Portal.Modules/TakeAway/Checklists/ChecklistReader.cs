using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.TakeAway.Checklists;

/// <summary>Gathers the checklists of an item and of what stands in it, as its texts have them.</summary>
public sealed class ChecklistReader(ArticleReader articles, ContentStore store)
{
    private static readonly HtmlParser Parser = new();

    public async Task<ChecklistView> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var whole = await articles.OfAsync(session, item, cancellationToken);
        List<ChecklistPart> parts = [.. Part(whole, null)];
        foreach (var inner in await store.PublishedInAsync(session, item.ContentItemId, cancellationToken))
        {
            parts.AddRange(Part(await articles.OfAsync(session, inner, cancellationToken), inner.Number("Step")));
        }

        return new ChecklistView(whole, parts);
    }

    private static IEnumerable<ChecklistPart> Part(Article article, int? step)
    {
        // Nothing to read, for most texts.
        if (!article.Body.Html.Contains("callout--checklist", StringComparison.Ordinal))
        {
            yield break;
        }

        var body = Parser.ParseDocument(article.Body.Html).Body!;
        var lists = new List<Checklist>();
        IElement? heading = null;
        foreach (var element in body.QuerySelectorAll("h2, h3, h4, h5, h6, .callout--checklist"))
        {
            if (element.LocalName[0] == 'h')
            {
                heading = element;
            }
            else
            {
                // Its place among those of the page: the ticks are kept under it, and so are the same here and there.
                lists.Add(new Checklist($"{article.Path}:{lists.Count}", Words(heading), heading?.Id, Entries(element)));
            }
        }

        yield return new ChecklistPart(article.Title, article.Path, step, [.. lists.Where(list => list.Html.Length > 0)]);
    }

    private static string? Words(IElement? heading) => heading?.TextContent.Trim();

    // A term's note stands at the end of its own page, and not of this one: its words stay as they are.
    private static string Entries(IElement callout)
    {
        foreach (var term in callout.QuerySelectorAll("button.term").ToList())
        {
            term.OuterHtml = System.Net.WebUtility.HtmlEncode(term.TextContent);
        }

        callout.QuerySelector(".callout__label")?.Remove();
        return callout.QuerySelector("input") is null ? "" : callout.InnerHtml.Trim();
    }
}

public sealed record ChecklistView(Article Whole, IReadOnlyList<ChecklistPart> Parts);

/// <param name="Title">The page that the lists stand on.</param>
/// <param name="Step">Which step of the procedure it is.</param>
public sealed record ChecklistPart(string Title, string Path, int? Step, IReadOnlyList<Checklist> Lists);

/// <param name="Key">What its ticks are kept under in the reader's browser.</param>
/// <param name="Heading">What it stands under.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Html">Its lines.</param>
public sealed record Checklist(string Key, string? Heading, string? Anchor, string Html);
