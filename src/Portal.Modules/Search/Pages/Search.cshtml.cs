using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Facets;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Search.Pages;

[EnableRateLimiting(RateLimitPolicies.Search)]
public sealed class SearchModel(
    IDatabase database, SearchQuestions questions, FiledUnder filedUnder, FacetPanels panels, TermLists terms, TypeNames types, TaxonomyCatalog taxonomies) : PortalPage
{
    private const int Size = 20;

    public SearchView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var read = await questions.ReadAsync(Request, cancellationToken);
        var question = read with { Request = read.Request with { Size = Size } };
        var (query, words) = (question.Query, question.Request.Query);
        var result = await questions.AskAsync(question, cancellationToken);
        if (Pager.LastUrl(query, result.Total, Size) is { } last)
        {
            return Redirect(last);
        }

        var names = await types.AllAsync(cancellationToken);
        var labels = await taxonomies.GetAsync(cancellationToken);
        View = new SearchView
        {
            Query = words,
            Asked = !string.IsNullOrWhiteSpace(words) || query.Filters.Count > 0,
            Result = result,
            Hits = [.. result.Hits.Select(hit => HitView.Of(hit, names, labels))],
            Panel = await panels.BuildAsync(query, result.Facets, cancellationToken),
            Pager = Pager.For(query, result.Total, Size),
            Sorts = SearchSorts.Links(query, question.Request.Sort),
            // What the filters leave nothing of is offered without them.
            DidYouMeanUrl = result.DidYouMean is { } better ? ((result.Total == 0 ? query.WithoutFilters() : query) with { Words = better, Page = 1 }).Url() : null,
            FiledUnder = await filedUnder.OfAsync(question.Request, result, cancellationToken),
            Ways = result.Total == 0 ? await WaysAsync(cancellationToken) : [],
        };
        SetHead(new PageHead
        {
            Title = words.Length > 0 ? $"{words} – search" : "Search",
            Canonical = "/search",
            Query = words,
            // Of all that stands under one term there is a feed.
            Feed = words.Length == 0 && query.Filters is [{ } only] && labels.ByName(only.Facet)?.BySlug(only.Value) is not null ? $"/feeds/{only.Facet}/{only.Value}.atom" : null,
            Indexed = false,
            ShowsSearch = false,
        });
        return Page();
    }

    // For who found nothing, or has not asked yet.
    private async Task<IReadOnlyList<WayIn>> WaysAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return
        [
            new WayIn("By topic", await terms.OfAsync(session, "topic", cancellationToken)),
            new WayIn("By where you work", await terms.OfAsync(session, "sector", cancellationToken)),
        ];
    }
}

/// <summary>What the search page shows.</summary>
public sealed record SearchView
{
    public required string Query { get; init; }

    /// <summary>Whether anything was asked; otherwise the page only offers its box and ways in.</summary>
    public required bool Asked { get; init; }

    public required SearchResult Result { get; init; }
    public required IReadOnlyList<HitView> Hits { get; init; }
    public required FacetPanel Panel { get; init; }
    public required Pager Pager { get; init; }
    public required IReadOnlyList<SortLink> Sorts { get; init; }
    public string? DidYouMeanUrl { get; init; }

    /// <summary>Filter values that bear the name asked for, when the search shows nothing of its own.</summary>
    public IReadOnlyList<FiledValue> FiledUnder { get; init; } = [];

    /// <summary>Lists of terms to go on by; only when there is no result.</summary>
    public IReadOnlyList<WayIn> Ways { get; init; } = [];
}

public sealed record WayIn(string Title, IReadOnlyList<TermLink> Terms);
