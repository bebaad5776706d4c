using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;

namespace Portal.Modules.Countries.Comparing;

/// <summary>A comparison for a spreadsheet. What cannot be compared leads to the page, which says why.</summary>
internal static class ComparisonFile
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(ComparisonRequest.FilePath, GetAsync).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(HttpRequest request, IDatabase database, ComparisonReader reader, SiteSettingsStore settings, CancellationToken cancellationToken)
    {
        var names = ComparisonRequest.Names(request.Query);
        await using var session = await database.ReadAsync(cancellationToken);
        var view = await reader.ReadAsync(session, names, cancellationToken);
        if (view.Whole is not { } comparison)
        {
            return Results.LocalRedirect(ComparisonRequest.AddressOf(names));
        }

        var root = (await settings.GetAsync(cancellationToken)).Root(request);
        return Csv.Result(Rows(comparison, root), $"country-models-{string.Join('-', comparison.Countries.Select(country => country.Slug))}.csv");
    }

    private static IEnumerable<IEnumerable<string>> Rows(Comparison comparison, string root)
    {
        yield return comparison.Countries.Select(country => country.Title).Prepend("Question");
        foreach (var question in comparison.Questions)
        {
            yield return question.Cells.Select(cell => string.Join('\n', cell.Lines)).Prepend(question.Title);
        }

        yield return comparison.Countries.Select(country => root + LocalAddress.Of(country.Path)).Prepend("Address");
    }
}
