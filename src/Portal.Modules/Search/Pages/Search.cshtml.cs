using Microsoft.AspNetCore.RateLimiting;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search.Pages;

[EnableRateLimiting(RateLimitPolicies.Search)]
public sealed class SearchModel(ISearchIndex index, FacetPanels panels, Glossary glossary, TypeNames types) : PortalPage
{
    private const int Size = 20;

    public SearchView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var facets = await panels.NamesAsync(withType: true, cancellationToken);
        var query = FilterQuery.Read(Request, facets);
        var words = query.Words ?? "";
        var result = await index.SearchAsync(
            new SearchRequest
            {
                Query = words,
                Filters = query.Filters,
                Page = query.Page,
                Size = Size,
                Facets = facets,
                Synonyms = (await glossary.GetAsync(cancellationToken)).Synonyms,
            },
            cancellationToken);

        View = new SearchView
        {
            Query = words,
            Asked = words.Length > 0 || query.Filters.Count > 0,
            Result = result,
            Panel = await panels.BuildAsync(query, result.Facets, cancellationToken),
            Pager = Pager.For(query, result.Total, Size),
            TypeNames = await types.AllAsync(cancellationToken),
            DidYouMeanUrl = result.DidYouMean is { } better ? (query with { Words = better, Page = 1 }).Url() : null,
            WithoutFiltersUrl = query.Filters.Count > 0 ? query.WithoutFilters().Url() : null,
        };
        SetHead(new PageHead
        {
            Title = words.Length > 0 ? $"{words} – search" : "Search",
            Canonical = "/search",
            Query = words,
            Indexed = false,
            ShowsSearch = false,
        });
    }
}

/// <summary>What the search page shows.</summary>
public sealed record SearchView
{
    public required string Query { get; init; }

    /// <summary>Whether anything was asked; otherwise the page only offers its box.</summary>
    public required bool Asked { get; init; }

    public required SearchResult Result { get; init; }
    public required FacetPanel Panel { get; init; }
    public required Pager Pager { get; init; }

    /// <summary>What each content type is called on the screen.</summary>
    public required IReadOnlyDictionary<string, string> TypeNames { get; init; }

    public string? DidYouMeanUrl { get; init; }
    public string? WithoutFiltersUrl { get; init; }
}
