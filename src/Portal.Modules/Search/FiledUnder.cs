using Portal.Kernel.Search;
using Portal.Kernel.Search.Analysis;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>
/// What a search that is the name of a filter's value, or another name of it, may have meant when no text has the words: a page can be filed under Spain and never say so.
/// </summary>
public sealed class FiledUnder(ISearchIndex index, FacetFields fields)
{
    private const int Most = 3;

    /// <summary>The values of that name that something is filed under; none when the search shows anything of its own, or the filter is chosen already.</summary>
    public async Task<IReadOnlyList<FiledValue>> OfAsync(SearchRequest asked, SearchResult result, CancellationToken cancellationToken)
    {
        if (result.Words.Count == 0 || (result.Total > 0 && result.SearchedInstead is null) || Folding.Fold(asked.Query) is not { Length: > 0 } typed)
        {
            return [];
        }

        var named = (await fields.ListAsync(cancellationToken))
            .Where(facet => asked.Filters.All(filter => filter.Facet != facet.Name))
            .SelectMany(facet => facet.Values.Where(value => Folding.Fold(value.Label) == typed).Select(value => (Facet: facet, value.Value)))
            .Distinct().Take(Most);
        var found = new List<FiledValue>();
        foreach (var (facet, value) in named)
        {
            var request = new SearchRequest { Query = "", Filters = [new FacetValue(facet.Name, value)], Size = 1 };
            if ((await index.SearchAsync(request, cancellationToken)).Total is > 0 and var count)
            {
                found.Add(new FiledValue(facet.Name, facet.Title, value, facet.Values.First(label => label.Value == value).Label, count));
            }
        }

        return found;
    }
}

/// <param name="Facet">The filter, as in addresses.</param>
/// <param name="Title">The filter, as on the screen.</param>
/// <param name="Value">As in addresses.</param>
/// <param name="Label">As on the screen.</param>
/// <param name="Count">Items under it, more than none.</param>
public sealed record FiledValue(string Facet, string Title, string Value, string Label, int Count)
{
    /// <summary>The search for all that is filed under it, without words.</summary>
    public string Url => new FilterQuery { Path = "/search", Filters = [new FacetValue(Facet, Value)] }.Url();
}
