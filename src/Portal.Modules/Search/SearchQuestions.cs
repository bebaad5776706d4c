using Microsoft.AspNetCore.Http;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Log;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>Reads what a page or a program asks the search for: its address, the reader's language, the site's facets and synonyms.</summary>
public sealed class SearchQuestions(ISearchIndex index, SearchLog log, FacetPanels panels, FacetFields fields, SearchSynonyms synonyms)
{
    /// <summary>Asks the index, and remembers what was asked and how much was found. What was narrowed says nothing about what there is.</summary>
    public async Task<SearchResult> AskAsync(SearchQuestion question, CancellationToken cancellationToken)
    {
        var asked = question.Request;
        var result = await index.SearchAsync(asked, cancellationToken);
        if (asked.Page == 1 && asked.Filters.Count == 0)
        {
            log.Add(asked.Query, asked.Language, result.SearchedInstead is null ? result.Total : 0);
        }

        return result with { Notes = question.Notes(result) };
    }

    public async ValueTask<SearchQuestion> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var facets = await panels.NamesAsync(withType: true, cancellationToken);
        // The words are taken in the reader's language.
        request.HttpContext.Response.Headers.Append("Vary", "Accept-Language");

        // An order that there is not is passed over, as a filter is.
        SearchSorts.TryRead(request.Query[FilterQuery.SortName].ToString(), out var sort);
        var known = await fields.GetAsync(cancellationToken);
        var query = (FilterQuery.Read("/search", request, facets) with { Sort = SearchSorts.NameOf(sort) }).Written(known);
        return new SearchQuestion(
            query,
            new SearchRequest
            {
                Query = query.Words ?? "",
                Filters = query.Filters,
                Page = query.Page,
                Sort = sort,
                Facets = facets,
                FacetNames = known,
                Language = ReaderLanguage.Of(request, query.Filters),
                Synonyms = await synonyms.GetAsync(cancellationToken),
            });
    }
}

/// <param name="Query">The state of the search, for links to others.</param>
/// <param name="Request">What the index is asked.</param>
public sealed record SearchQuestion(FilterQuery Query, SearchRequest Request)
{
    // Languages are as many as items are written in, whether a taxonomy names them or not.
    private IEnumerable<FacetValue> Unknown => Request.Filters.Where(filter => filter.Facet != FacetPanels.Language && Request.FacetNames.ValueOf(filter.Facet, filter.Value) is null);

    /// <summary>What was not searched as it was asked, in sentences.</summary>
    public IReadOnlyList<string> Notes(SearchResult result) =>
    [
        .. Query.WordsAreCut ? [$"Only the first {Request.Query.Length} characters of the search were read."] : Array.Empty<string>(),
        .. Unknown.Select(filter => $"The filter {filter.Facet} has no value ‘{filter.Value}’: nothing is filed under it."),
        .. result.Notes,
    ];
}
