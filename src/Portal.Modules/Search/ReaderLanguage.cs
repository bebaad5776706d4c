using Microsoft.AspNetCore.Http;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Analysis;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>The language that a reader's words are taken in, beside English.</summary>
public static class ReaderLanguage
{
    private const string Site = "en";

    /// <summary>The one language that results are narrowed to, or the first that the browser asks for, among those whose words we can tell apart: without regions, and never what was sent as it was sent.</summary>
    public static string Of(HttpRequest request, IReadOnlyList<FacetValue> filters)
    {
        var chosen = filters.Where(filter => filter.Facet == FacetPanels.Language).Select(filter => filter.Value).ToList();
        var asked = chosen is [var only] ? [only] : request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "");
        // What is not known falls to the last, which takes words as they are and has no code.
        return asked.Select(tag => TextAnalyzer.For(tag).Code).FirstOrDefault(code => code.Length > 0) ?? Site;
    }
}
