using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Items;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Standards;

/// <summary>A standard as a document to take away: what its page says, clause by clause, by the same template.</summary>
public sealed class StandardPrint(ItemReader reader, TemplateText templates) : IKindPrint
{
    public string Type => StandardList.Kind.Type;

    public async Task<PrintDocument> OfAsync(DbSession session, ContentItem item, ActionContext context, CancellationToken cancellationToken)
    {
        var view = await reader.OfAsync(session, item, cancellationToken);
        return PrintDocument.Of(view.Article, view.TypeName) with { Parts = [new PrintPart("", await templates.RenderAsync(context, "StandardText", view))] };
    }
}
