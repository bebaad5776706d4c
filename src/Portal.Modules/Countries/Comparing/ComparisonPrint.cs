using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Data;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Countries.Comparing;

/// <summary>A comparison as a document to take away: its table, on pages that lie on their side.</summary>
public sealed class ComparisonPrint(IDatabase database, ComparisonReader reader, TemplateText templates) : IPrintSource
{
    public async Task<PrintDocument?> ReadAsync(string path, ActionContext context, CancellationToken cancellationToken)
    {
        if (path != ComparisonRequest.Path)
        {
            return null;
        }

        await using var session = await database.ReadAsync(cancellationToken);
        var view = await reader.ReadAsync(session, ComparisonRequest.Names(context.HttpContext.Request.Query), cancellationToken);
        return view.Comparison is not { } comparison ? null : new PrintDocument
        {
            Kind = "Comparison of country models",
            Title = $"{comparison.Names} compared",
            Address = view.Request.Url,
            Summary = "The same questions asked of each country model. Where the sources are silent, the table says so.",
            Parts = [new PrintPart("", await templates.RenderAsync(context, "CompareTable", comparison))],
            Wide = true,
        };
    }
}
