using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Reading;

/// <summary>Lists the published items of a type, narrowed by taxonomy terms, with counts of what each further term would leave.</summary>
public sealed class ContentListing(ContentStore store, TaxonomyCatalog taxonomies)
{
    /// <param name="session">Where to read.</param>
    /// <param name="type">The content type.</param>
    /// <param name="filters">Several terms of one taxonomy mean any of them, several taxonomies all of them.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="page">From 1; one past the last gives no items.</param>
    /// <param name="size">Items a page.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ListingPage> ListAsync(
        DbSession session, string type, IReadOnlyList<FacetValue> filters, ListingOrder order, int page, int size, CancellationToken cancellationToken)
    {
        var columns = order is ListingOrder.ByChange ? "modified_utc desc nulls last, display_text nulls first, item_id" : "display_text nulls first, item_id";
        var ids = await session.QueryAsync<string>($"select item_id from content_item where type = @type and published = 1 order by {columns}", new { type }, cancellationToken);
        var terms = await session.QueryAsync<Row>(
            """
            select t.item_id as ItemId, t.taxonomy as Taxonomy, t.term as Term
            from content_item i join content_term t on t.version_id = i.version_id where i.type = @type and i.published = 1
            """,
            new { type },
            cancellationToken);

        var byItem = terms.ToLookup(row => row.ItemId, row => new FacetValue(row.Taxonomy, row.Term), StringComparer.Ordinal);
        var groups = filters.GroupBy(filter => filter.Facet, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToHashSet(), StringComparer.Ordinal);
        var matching = ids.Where(id => groups.Values.All(wanted => byItem[id].Any(wanted.Contains))).ToList();
        if (order is ListingOrder.ByTerm term)
        {
            matching = ByTerm(matching, byItem, term.Taxonomy, await taxonomies.GetAsync(cancellationToken));
        }

        // An order by what only the items themselves know is made of all that match; any other asks for the items of the page.
        var read = order is ListingOrder.ByNumber ? matching : Page(matching, page, size);
        var items = (await store.PublishedAsync(session, read, cancellationToken)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        var found = read.Where(items.ContainsKey).Select(id => items[id]).ToList();
        return new ListingPage(
            matching.Count,
            order is ListingOrder.ByNumber number ? Page(found.OrderBy(item => number.Of(item) ?? int.MaxValue), page, size) : found,
            Count(ids, byItem, groups));
    }

    private static List<T> Page<T>(IEnumerable<T> all, int page, int size) => [.. all.Skip((page - 1) * size).Take(size)];

    private static List<string> ByTerm(IEnumerable<string> ids, ILookup<string, FacetValue> byItem, string taxonomy, TaxonomySet taxonomies)
    {
        var places = (taxonomies.ByName(taxonomy)?.Terms ?? []).Select((term, at) => (term.Slug, at)).DistinctBy(term => term.Slug).ToDictionary(term => term.Slug, term => term.at, StringComparer.Ordinal);
        return [.. ids.OrderBy(id => byItem[id].Where(value => value.Facet == taxonomy).Select(value => places.GetValueOrDefault(value.Value, int.MaxValue)).DefaultIfEmpty(int.MaxValue).Min())];
    }

    // A facet's own filter does not narrow its own counts, so that another of its values can be added.
    private static IReadOnlyList<FacetCount> Count(IEnumerable<string> ids, ILookup<string, FacetValue> byItem, Dictionary<string, HashSet<FacetValue>> groups)
    {
        var counts = new Dictionary<FacetValue, int>();
        foreach (var values in ids.Select(id => byItem[id].ToList()))
        {
            var missed = groups.Where(group => !values.Any(group.Value.Contains)).Select(group => group.Key).Take(2).ToList();
            foreach (var value in values.Where(value => missed.Count == 0 || (missed.Count == 1 && missed[0] == value.Facet)))
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        return [.. counts.GroupBy(count => count.Key.Facet, StringComparer.Ordinal)
            .Select(facet => new FacetCount(facet.Key, [.. facet.Select(count => new FacetValueCount(count.Key.Value, count.Value))]))];
    }

    private sealed record Row
    {
        public string ItemId { get; init; } = "";
        public string Taxonomy { get; init; } = "";
        public string Term { get; init; } = "";
    }
}

/// <param name="Total">Items that match.</param>
/// <param name="Items">Those of this page.</param>
/// <param name="Facets">Counts by taxonomy and term.</param>
public sealed record ListingPage(int Total, IReadOnlyList<ContentItem> Items, IReadOnlyList<FacetCount> Facets);
