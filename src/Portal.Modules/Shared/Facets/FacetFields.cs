using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Search;

namespace Portal.Modules.Shared.Facets;

/// <summary>The facets as fields of the query language, <c>country:Belgium</c>: kept until a taxonomy or a definition changes.</summary>
public sealed class FacetFields(FacetPanels panels, TaxonomyCatalog catalog, ContentDefinitionStore definitions)
{
    private Snapshot? _last;

    public async ValueTask<FacetNames> GetAsync(CancellationToken cancellationToken) => (await CurrentAsync(cancellationToken)).Names;

    /// <summary>In the order in which facets are shown.</summary>
    public async ValueTask<IReadOnlyList<FacetName>> ListAsync(CancellationToken cancellationToken) => (await CurrentAsync(cancellationToken)).Facets;

    private async ValueTask<Snapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        var taxonomies = await catalog.GetAsync(cancellationToken);
        var types = await definitions.GetAsync(cancellationToken);
        if (_last is { } last && last.Taxonomies == taxonomies && last.Types == types)
        {
            return last;
        }

        var facets = (await panels.NamesAsync(withType: true, cancellationToken)).Select(name => Facet(name, taxonomies, types)).ToList();
        return _last = new Snapshot(taxonomies, types, facets, new FacetNames(facets));
    }

    private static FacetName Facet(string name, TaxonomySet taxonomies, ContentDefinitions types)
        => name == FacetPanels.Type
            ? new FacetName(name, "Kind", [.. types.Types.Select(type => new FacetLabel(type.Name, type.DisplayName))])
            : new FacetName(name, taxonomies.ByName(name)?.Title ?? name, [.. Labels(taxonomies.ByName(name)?.Terms ?? [])]);

    // A title is its term's own, whatever other terms are called besides.
    private static IEnumerable<FacetLabel> Labels(IReadOnlyList<Term> terms)
        => terms.Select(term => new FacetLabel(term.Slug, term.Title)).Concat(terms.SelectMany(term => term.Synonyms.Select(name => new FacetLabel(term.Slug, name))));

    private sealed record Snapshot(TaxonomySet Taxonomies, ContentDefinitions Types, IReadOnlyList<FacetName> Facets, FacetNames Names);
}
