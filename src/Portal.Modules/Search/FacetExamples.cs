using Portal.Kernel.Search;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>Filters as they can be typed, each with the values that most is filed under: an example that finds nothing teaches nothing.</summary>
public sealed class FacetExamples(ISearchIndex index, FacetFields fields)
{
    private const int OfEach = 3;

    public async Task<IReadOnlyList<FacetExample>> AllAsync(CancellationToken cancellationToken)
    {
        var facets = await fields.ListAsync(cancellationToken);

        // Everything is of some kind: filtered by all of them, all is counted.
        var everything = new SearchRequest
        {
            Query = "",
            Filters = [.. facets.Where(facet => facet.Name == FacetPanels.Type).SelectMany(facet => facet.Values).Select(kind => new FacetValue(FacetPanels.Type, kind.Value))],
            Facets = [.. facets.Select(facet => facet.Name)],
            Size = 1,
        };
        var counted = (await index.SearchAsync(everything, cancellationToken)).Facets.ToDictionary(facet => facet.Facet, facet => facet.Values, StringComparer.Ordinal);
        return [.. from facet in facets
                   let queries = counted.GetValueOrDefault(facet.Name, []).Where(value => value.Count > 0)
                       .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(OfEach)
                       .Select(value => $"{facet.Name}:{Typed(value.Value, facet)}").ToList()
                   where queries.Count > 0
                   select new FacetExample(facet.Name, facet.Title, queries)];
    }

    // By what it is called, in quotation marks when that is more than a word.
    private static string Typed(string value, FacetName facet)
    {
        var label = facet.Values.FirstOrDefault(known => known.Value == value)?.Label ?? value;
        return label.All(char.IsAsciiLetterOrDigit) ? label : label.Contains('"', StringComparison.Ordinal) ? value : $"\"{label}\"";
    }
}

/// <param name="Name">As it is typed.</param>
/// <param name="Title">As on the screen.</param>
/// <param name="Queries">Searches by one of its values, that of most results first.</param>
public sealed record FacetExample(string Name, string Title, IReadOnlyList<string> Queries);
