using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Search;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>Search for machines: <c>/api/v1/search</c> and <c>/api/v1/suggest</c>.</summary>
public sealed class SearchApi(ISearchIndex index, SearchQuestions questions, FiledUnder filedUnder, TypeNames types, FacetPanels panels, TimeProvider time)
{
    public const int MaxSize = 100;
    private const int MaxSuggestions = 10;

    private static readonly QueryNumber PageSize = new("size", MaxSize, 20);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/search", (SearchApi api, HttpRequest request, [AsParameters] SearchParameters _, CancellationToken cancellationToken)
                => api.SearchAsync(request, cancellationToken))
            .WithName("search").WithTags("Search").WithSummary("Finds sections of published items, grouped by item, with facet counts.")
            .WithDescription("Filters are 'type', 'language' and the site's taxonomies by their names: those listed here are the usual ones, and 'facets' of an answer names all that this site has. A filter that is repeated means any of its values; several filters mean all of them.")
            .RequireRateLimiting(RateLimitPolicies.Search).ProducesValidationProblem().ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        endpoints.MapGet("/api/v1/suggest", (SearchApi api, string? q, CancellationToken cancellationToken) => api.SuggestAsync(q, cancellationToken))
            .WithName("suggest").WithTags("Search").WithSummary("Titles and headings that a beginning of words may mean.")
            .RequireRateLimiting(RateLimitPolicies.Search).ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    public async Task<Results<Ok<SearchResponse>, ValidationProblem>> SearchAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var page = FilterQuery.PageNumber.Read(First(request, FilterQuery.PageNumber), errors);
        var size = PageSize.Read(First(request, PageSize), errors);
        if (!SearchSorts.TryRead(request.Query[FilterQuery.SortName].ToString(), out _))
        {
            errors[FilterQuery.SortName] = [$"'sort' is one of: {SearchSorts.Names}."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var started = time.GetTimestamp();
        var read = await questions.ReadAsync(request, cancellationToken);
        var question = read with { Request = read.Request with { Page = page, Size = size } };
        var result = await questions.AskAsync(question, cancellationToken);
        var counts = await panels.AllAsync(question.Query, result.Facets, cancellationToken);
        var filed = await filedUnder.OfAsync(question.Request, result, cancellationToken);
        return TypedResults.Ok(SearchResponse.From(result, counts, filed, question.Request, time.GetElapsedTime(started)));
    }

    public async Task<Ok<SuggestResponse>> SuggestAsync(string? q, CancellationToken cancellationToken)
    {
        var suggestions = await index.SuggestAsync(q ?? "", MaxSuggestions, cancellationToken);
        var names = await types.AllAsync(cancellationToken);
        return TypedResults.Ok(new SuggestResponse([.. suggestions.Select(suggestion =>
            new SuggestionResponse(suggestion.Text, suggestion.Type, names.GetValueOrDefault(suggestion.Type, suggestion.Type), suggestion.Url))]));
    }

    private static string? First(HttpRequest request, QueryNumber number) => request.Query[number.Name] is [var first, ..] ? first ?? "" : null;
}

/// <summary>The parameters as the API's description lists them; every taxonomy is one, those named here are the usual ones. A filter can be repeated.</summary>
/// <param name="Q">What to search for, as anyone would type it; '/search/help' tells of phrases, operators, fields and wildcards.</param>
/// <param name="Sort"><c>relevance</c>, <c>date</c> (newest first) or <c>title</c>.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Items a page, 1 to 100; 20 when left out.</param>
public sealed record SearchParameters(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "type")] string[]? Type,
    [FromQuery(Name = "topic")] string[]? Topic,
    [FromQuery(Name = "sector")] string[]? Sector,
    [FromQuery(Name = "audience")] string[]? Audience,
    [FromQuery(Name = "country")] string[]? Country,
    [FromQuery(Name = "language")] string[]? Language,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "page")] string? Page,
    [FromQuery(Name = "size")] string? Size);
