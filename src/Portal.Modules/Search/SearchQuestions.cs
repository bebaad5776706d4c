using Microsoft.AspNetCore.Http;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>Reads what a page or a program asks the search for: its address, the reader's language, the site's facets and glossary.</summary>
public sealed class SearchQuestions(FacetPanels panels, FacetFields fields, Glossary glossary)
{
    public async ValueTask<SearchQuestion> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var facets = await panels.NamesAsync(withType: true, cancellationToken);
        // The words are taken in the reader's language.
        request.HttpContext.Response.Headers.Append("Vary", "Accept-Language");

        // An order that there is not is passed over, as a filter is.
        SearchSorts.TryRead(request.Query[FilterQuery.SortName].ToString(), out var sort);
        var query = FilterQuery.Read("/search", request, facets) with { Sort = SearchSorts.NameOf(sort) };
        return new SearchQuestion(
            query,
            new SearchRequest
            {
                Query = query.Words ?? "",
                Filters = query.Filters,
                Page = query.Page,
                Sort = sort,
                Facets = facets,
                FacetNames = await fields.GetAsync(cancellationToken),
                Language = ReaderLanguage.Of(request, query.Filters),
                Synonyms = (await glossary.GetAsync(cancellationToken)).Synonyms,
            });
    }
}

/// <param name="Query">The state of the search, for links to others.</param>
/// <param name="Request">What the index is asked.</param>
public sealed record SearchQuestion(FilterQuery Query, SearchRequest Request)
{
    /// <summary>What was not searched as it was typed, in sentences.</summary>
    public IReadOnlyList<string> Notes(SearchResult result)
        => Query.WordsAreCut ? [$"Only the first {Request.Query.Length} characters of the search were read.", .. result.Notes] : result.Notes;
}
