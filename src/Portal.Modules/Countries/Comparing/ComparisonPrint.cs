using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Data;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Countries.Comparing;

/// <summary>A comparison as a document to take away: a table for each section, on pages that lie on their side. What cannot be compared leads to the page, which says why.</summary>
public sealed class ComparisonPrint(IDatabase database, ComparisonReader reader, TemplateText templates) : IPrintSource
{
    public async Task<PrintAnswer?> ReadAsync(string path, ActionContext context, CancellationToken cancellationToken)
    {
        if (path != ComparisonRequest.Path)
        {
            return null;
        }

        var names = ComparisonRequest.Names(context.HttpContext.Request.Query);
        await using var session = await database.ReadAsync(cancellationToken);
        var view = await reader.ReadAsync(session, names, cancellationToken);
        return view.Whole is { } comparison
            ? new PrintAnswer.Made(await DocumentAsync(comparison, view.Request.Url, context))
            : new PrintAnswer.SaidAt(ComparisonRequest.AddressOf(names));
    }

    private async Task<PrintDocument> DocumentAsync(Comparison comparison, string address, ActionContext context)
    {
        var parts = new List<PrintPart>();
        foreach (var section in comparison.Questions.GroupBy(question => question.Section))
        {
            parts.Add(new PrintPart(section.Key, await templates.RenderAsync(context, "CompareTable", comparison with { Questions = [.. section] })));
        }

        return new PrintDocument
        {
            Kind = "Comparison of country models",
            Title = $"{comparison.Names} compared",
            Address = address,
            Summary = "The same questions asked of each country model. Where the sources are silent, the table says so.",
            Facts = comparison.ChangedUtc is { } changed ? [PrintFact.Changed(changed)] : [],
            Parts = parts,
            Sources = comparison.Sources,
            Wide = true,
        };
    }
}
