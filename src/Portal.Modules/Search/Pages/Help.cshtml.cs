using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search.Pages;

/// <summary>How to search, in plain English, with examples that can be followed.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class SearchHelpModel(FacetFields fields) : PortalPage
{
    /// <summary>The facets that can be named, with their values.</summary>
    public IReadOnlyList<FacetName> Facets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Facets = [.. (await fields.ListAsync(cancellationToken)).Where(facet => facet.Values.Count > 0)];
        DependOn(ChangeFeed.Type(TaxonomyCatalog.ContentType), ChangeFeed.Definitions);
        SetHead(new PageHead
        {
            Title = "How to search",
            Description = "Phrases, words that must or must not be there, fields, years, wildcards and near spellings, with examples.",
            Canonical = "/search/help",
            Crumbs = [new Crumb("Search", "/search")],
        });
    }
}
