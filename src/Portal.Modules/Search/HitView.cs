using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Display;

namespace Portal.Modules.Search;

/// <summary>A hit as the search page shows it.</summary>
/// <param name="Kind">What its type is called on the screen.</param>
/// <param name="Countries">Those it is about.</param>
/// <param name="Trail">What it stands in, outermost first.</param>
/// <param name="Best">The section that fits best.</param>
/// <param name="More">Further sections, which have a heading of their own.</param>
/// <param name="Missing">Words of the query that the best section lacks.</param>
public sealed record HitView(
    string Mark, string Kind, IReadOnlyList<string> Countries, string Title, string Path, IReadOnlyList<string> Trail, HitSection Best, IReadOnlyList<HitSection> More,
    IReadOnlyList<string> Missing)
{
    private const string Country = "country";

    internal static HitView Of(SearchHit hit, IReadOnlyDictionary<string, string> typeNames, TaxonomySet taxonomies)
    {
        var sections = hit.Sections.Select(section => new HitSection(section.Heading, hit.UrlOf(section), section.Snippet)).ToList();
        return new HitView(
            Marks.Of(hit.Type),
            typeNames.GetValueOrDefault(hit.Type, hit.Type),
            [.. hit.Facets.Where(facet => facet.Facet == Country).Select(facet => taxonomies.Label(Country, facet.Value))],
            hit.Title,
            hit.Path,
            [.. hit.Context.Select(context => context.Title)],
            sections[0],
            [.. sections.Skip(1).Where(section => section.Heading is not null)],
            hit.Missing);
    }
}

/// <param name="Snippet">HTML: text, and <c>mark</c> elements, nothing else.</param>
public sealed record HitSection(string? Heading, string Url, string Snippet);
