using Microsoft.AspNetCore.Http;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Shared.Lists;

/// <summary>Reads the items of a list and makes its rows.</summary>
public sealed class ListReader(ContentListing listing, ContentStore store, FacetPanels panels, FacetFields fields, ContentDefinitionStore definitions, TaxonomyCatalog taxonomies, TimeProvider time)
{
    public const int Size = 20;

    /// <summary>What an address asks of a list. An order that the list does not have is passed over.</summary>
    public async ValueTask<FilterQuery> QueryAsync(ListKind kind, HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Query[FilterQuery.SortName].ToString();
        // What its items are filed under narrows it too where the kind does not show it: whoever wrote the address meant it.
        var others = (await FiledUnderAsync(kind.Type, cancellationToken)).Except(kind.Facets, StringComparer.Ordinal);
        var query = FilterQuery.Read(kind.Path, request, kind.Facets.Concat(others)) with { Words = null, Sort = kind.Sorts.Skip(1).FirstOrDefault(sort => sort.Name == asked)?.Name };
        return query.Written(await fields.GetAsync(cancellationToken));
    }

    private async ValueTask<IEnumerable<string>> FiledUnderAsync(string type, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var catalog = await taxonomies.GetAsync(cancellationToken);
        return known.Type(type) is not { } definition
            ? []
            : known.FieldsOf(definition).Where(placed => placed.Field.FieldType == ItemTerms.FieldType)
                .Select(placed => ItemTerms.Taxonomy(placed.Field, catalog)?.Name).OfType<string>();
    }

    public Task<ListingPage> ItemsAsync(DbSession session, ListKind kind, FilterQuery query, CancellationToken cancellationToken)
        => listing.ListAsync(session, kind.Type, query.Filters, Chosen(kind, query).Order, query.Page, Size, cancellationToken);

    /// <summary>Rows as the kind makes them, with the papers that their items were written from.</summary>
    public async Task<IReadOnlyList<ListRow>> RowsAsync(DbSession session, ListKind kind, IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var ids = items.SelectMany(item => item.References(ArticleReader.Citations, "Sources")).ToHashSet(StringComparer.Ordinal);
        var sources = (await store.PublishedAsync(session, ids, cancellationToken)).ToDictionary(source => source.ContentItemId, StringComparer.Ordinal);
        var words = new RowWords(await taxonomies.GetAsync(cancellationToken), sources, time);
        return [.. items.Select(item => kind.Row?.Invoke(item, words) ?? words.Row(item))];
    }

    public async Task<ListView> ViewAsync(ListKind kind, FilterQuery query, ListingPage page, IReadOnlyList<ListRow> rows, CancellationToken cancellationToken) => new()
    {
        Kind = kind,
        Query = query,
        Total = page.Total,
        Rows = rows,
        Panel = await panels.BuildAsync(query, page.Facets, [.. kind.Facets.Union(query.Filters.Select(filter => filter.Facet))], cancellationToken),
        Sorts = [.. kind.Sorts.Select((sort, at) => new SortLink(sort.Name, sort.Label, query.SortedBy(at == 0 ? null : sort.Name).Url(), sort == Chosen(kind, query)))],
        Pager = Pager.For(query, page.Total, Size),
    };

    private static ListSort Chosen(ListKind kind, FilterQuery query) => kind.Sorts.FirstOrDefault(sort => sort.Name == query.Sort) ?? kind.Sorts[0];
}
