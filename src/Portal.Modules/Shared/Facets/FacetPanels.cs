using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Search;

namespace Portal.Modules.Shared.Facets;

/// <summary>Makes facet panels out of counts: labels and order from the taxonomies, addresses from the state of the list.</summary>
public sealed class FacetPanels(TaxonomyCatalog catalog, ContentDefinitionStore definitions)
{
    public const string Type = "type";
    public const string Language = "language";

    /// <summary>Facets in the order that they are shown.</summary>
    public async ValueTask<IReadOnlyList<string>> NamesAsync(bool withType, CancellationToken cancellationToken)
    {
        var taxonomies = (await catalog.GetAsync(cancellationToken)).All.Select(taxonomy => taxonomy.Name).Where(name => name != Language);
        string[] order = ["topic", "sector", "audience", "setting", "prevention-level", "ideology", "country"];
        var sorted = taxonomies.OrderBy(name => Array.IndexOf(order, name) is var at and >= 0 ? at : order.Length).ThenBy(name => name, StringComparer.Ordinal);
        return withType ? [Type, .. sorted, Language] : [.. sorted];
    }

    public async ValueTask<FacetPanel> BuildAsync(FilterQuery query, IReadOnlyList<FacetCount> counts, CancellationToken cancellationToken)
        => await BuildAsync(query, counts, await NamesAsync(withType: true, cancellationToken), cancellationToken);

    /// <summary>The panel with the facets of <paramref name="names"/>, in their order.</summary>
    public async ValueTask<FacetPanel> BuildAsync(FilterQuery query, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var taxonomies = await catalog.GetAsync(cancellationToken);
        var types = await definitions.GetAsync(cancellationToken);
        // On the screen a facet without a choice only takes room.
        var facets = All(query, counts, names, taxonomies, types).Where(facet => facet.Options.Count > 1 || facet.AnyChosen).ToList();
        var chips = query.Filters.Select(filter => new FacetChip(
            Title(filter.Facet, taxonomies), Label(filter.Facet, filter.Value, taxonomies, types), query.Without(filter).Url()));
        return new FacetPanel(facets, [.. chips], query.WithoutFilters().Url());
    }

    /// <summary>Every facet there is, also one without options.</summary>
    public async ValueTask<IReadOnlyList<Facet>> AllAsync(FilterQuery query, IReadOnlyList<FacetCount> counts, CancellationToken cancellationToken)
    {
        var taxonomies = await catalog.GetAsync(cancellationToken);
        var types = await definitions.GetAsync(cancellationToken);
        return All(query, counts, await NamesAsync(withType: true, cancellationToken), taxonomies, types);
    }

    private static IReadOnlyList<Facet> All(FilterQuery query, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> names, TaxonomySet taxonomies, ContentDefinitions types)
    {
        var byName = counts.ToDictionary(count => count.Facet, StringComparer.Ordinal);
        return [.. names.Select(name => new Facet(name, Title(name, taxonomies), [.. Options(name, byName.GetValueOrDefault(name), query, taxonomies, types)]))];
    }

    private static IEnumerable<FacetOption> Options(
        string facet, FacetCount? count, FilterQuery query, TaxonomySet taxonomies, ContentDefinitions types)
    {
        var counts = (count?.Values ?? []).ToDictionary(value => value.Value, value => value.Count, StringComparer.Ordinal);
        var chosen = query.Filters.Where(filter => filter.Facet == facet).Select(filter => filter.Value).ToHashSet(StringComparer.Ordinal);
        var terms = taxonomies.ByName(facet)?.Terms ?? [];

        // A taxonomy's own order keeps narrower terms under their broader ones; other facets go by count.
        var values = terms.Count > 0 && facet != Language
            ? terms.Select(term => term.Slug).Where(slug => counts.ContainsKey(slug) || chosen.Contains(slug))
            : counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key);
        foreach (var value in values.Union(chosen))
        {
            var filter = new FacetValue(facet, value);
            var isChosen = chosen.Contains(value);
            yield return new FacetOption(
                value,
                Label(facet, value, taxonomies, types),
                counts.GetValueOrDefault(value),
                isChosen,
                taxonomies.ByName(facet)?.BySlug(value)?.Depth ?? 0,
                (isChosen ? query.Without(filter) : Narrowed(query, filter, taxonomies).With(filter)).Url());
        }
    }

    // What is filed under a term is filed under the broader one too: beside that one, or beside a narrower one, it would change nothing.
    private static FilterQuery Narrowed(FilterQuery query, FacetValue filter, TaxonomySet taxonomies)
    {
        if (taxonomies.ByName(filter.Facet) is not { } taxonomy || taxonomy.BySlug(filter.Value) is not { } term)
        {
            return query;
        }

        var line = taxonomy.WithBroader(term).ToHashSet();
        return query.Filters.Where(other => other.Facet == filter.Facet && taxonomy.BySlug(other.Value) is { } chosen && (line.Contains(chosen) || taxonomy.WithBroader(chosen).Contains(term)))
            .Aggregate(query, (narrower, other) => narrower.Without(other));
    }

    private static string Title(string facet, TaxonomySet taxonomies) => facet switch
    {
        Type => "Kind",
        Language => "Language",
        _ => taxonomies.ByName(facet)?.Title ?? facet,
    };

    private static string Label(string facet, string value, TaxonomySet taxonomies, ContentDefinitions types)
        => facet == Type ? types.Type(value)?.DisplayName ?? value : taxonomies.Label(facet, value);
}
