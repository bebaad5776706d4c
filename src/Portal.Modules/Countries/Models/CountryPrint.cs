using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Countries.Models;

/// <summary>A country model as a document to take away: what its page shows, in the same order and by the same template.</summary>
public sealed class CountryPrint(CountryReader reader, TemplateText templates) : IKindPrint
{
    public string Type => CountryReader.Type;

    public async Task<PrintDocument> OfAsync(DbSession session, ContentItem item, ActionContext context, CancellationToken cancellationToken)
    {
        var view = await reader.OfAsync(session, item, cancellationToken);
        var document = PrintDocument.Of(view.Article, "Country model");
        return document with
        {
            Facts = view.AsOf is { Length: > 0 } asOf ? [new PrintFact("As of", asOf), .. document.Facts] : document.Facts,
            Parts = [new PrintPart("", await templates.RenderAsync(context, "CountryText", view))],
        };
    }
}
