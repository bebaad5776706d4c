using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Comparing;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared;

namespace Portal.Modules.Countries.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
[VariesBy(ComparisonRequest.Key)]
public sealed class CompareModel(IDatabase database, ComparisonReader reader) : PortalPage
{
    public ComparisonView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var names = ComparisonRequest.Names(Request.Query);
        await using var session = await database.ReadAsync(cancellationToken);
        View = await reader.ReadAsync(session, names, cancellationToken);
        if (View.Request.Problems.Count > 0 && HttpContext.Features.Get<IOutputCacheFeature>()?.Context is { } cache)
        {
            // There is no end of wrong addresses: none of them is kept.
            cache.AllowCacheStorage = false;
        }

        DependOn(new[] { CountryReader.Type, CountryReader.Practice, CountryReader.Organisation, "Source", TaxonomyCatalog.ContentType }.Select(ChangeFeed.Type).Append(ChangeFeed.Definitions));
        SetHead(new PageHead
        {
            Title = View.Comparison is { } comparison ? $"{comparison.Names} compared" : "Compare country models",
            ShortTitle = "Compare",
            Description = "Two to four country models side by side: structures, members, legal basis, information sharing, procedure, strengths and challenges.",
            Canonical = View.Comparison is null ? ComparisonRequest.Path : View.Request.Url,
            Crumbs = [new Crumb(CountryModelList.Kind.Title, CountryModelList.Kind.Path)],
            Indexed = names.Count == 0,
        });
    }
}
