using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Data;
using Portal.Modules.Shared;

namespace Portal.Modules.Search.Pages;

/// <summary>How to search, in plain English, with examples that can be followed.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class SearchHelpModel(FacetExamples examples) : PortalPage
{
    /// <summary>The facets that can be named, with values that find something.</summary>
    public IReadOnlyList<FacetExample> Facets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Facets = await examples.AllAsync(cancellationToken);
        DependOn(ChangeFeed.Content, ChangeFeed.Definitions);
        SetHead(new PageHead
        {
            Title = "How to search",
            Description = "Phrases, words that must or must not be there, fields, years, wildcards and near spellings, with examples.",
            Canonical = "/search/help",
            Crumbs = [new Crumb("Search", "/search")],
        });
    }
}
