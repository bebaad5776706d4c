using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.TakeAway.Documents;

/// <summary>
/// Makes the document of an item: its kind's own where there is one, else its fields, its text and what lives inside it, then whatever stands in it, each as a part.
/// </summary>
public sealed class ItemDocuments(PlainArticles articles, ContentStore store, TemplateText templates, IEnumerable<IKindPrint> kinds)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public Task<PrintDocument> OfAsync(DbSession session, ContentItem item, ActionContext context, CancellationToken cancellationToken)
        => kinds.FirstOrDefault(kind => kind.Type == item.ContentType) is { } own
            ? own.OfAsync(session, item, context, cancellationToken)
            : PlainAsync(session, item, context, cancellationToken);

    private async Task<PrintDocument> PlainAsync(DbSession session, ContentItem item, ActionContext context, CancellationToken cancellationToken)
    {
        var page = await articles.OfAsync(session, item, cancellationToken);
        var own = new PrintPart("", await HtmlAsync(page, context));
        List<PrintPart> parts = own.Html.Length == 0 ? [] : [own];
        List<SourceLink> sources = [.. page.Article.Sources];
        foreach (var inner in await store.PublishedInAsync(session, item.ContentItemId, cancellationToken))
        {
            var part = await articles.OfAsync(session, inner, cancellationToken);
            var title = inner.Number("Step") is { } step ? string.Create(British, $"Step {step}: {part.Article.Title}") : part.Article.Title;
            parts.Add(new PrintPart(title, await HtmlAsync(part, context, withSummary: true), StartsPage: true));
            sources.AddRange(part.Article.Sources);
        }

        return PrintDocument.Of(page.Article, page.TypeName) with { Parts = parts, Sources = [.. sources.DistinctBy(source => source.Path, StringComparer.Ordinal)] };
    }

    private async Task<string> HtmlAsync(PlainArticle page, ActionContext context, bool withSummary = false)
    {
        using var html = new StringWriter();
        if (withSummary && page.Article.Summary is { Length: > 0 } summary)
        {
            await html.WriteAsync($"<p><em>{HtmlEncoder.Default.Encode(summary)}</em></p>");
        }

        // A handbook's 'procedure: yes' and a chapter's number of its step are said by the headings already.
        var fields = page.Fields.Where(field => page.Article.Type is not ("Handbook" or "HandbookChapter")).ToList();
        if (fields.Count > 0)
        {
            await html.WriteAsync(await templates.RenderAsync(context, "PlainFields", fields));
        }

        await html.WriteAsync(page.Article.Body.Html);
        foreach (var group in page.Groups)
        {
            await html.WriteAsync(await templates.RenderAsync(context, "PlainGroup", group));
        }

        return html.ToString();
    }
}
