using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Countries.Models;

/// <summary>
/// Says which practices and organisations are a country's, for its page, its PDF, comparisons and their files: those that its model names, in the
/// model's order, then those filed under its term, by title. <see cref="CountryNumbers"/> counts the same.
/// </summary>
public sealed class CountryItems(ContentStore store, TaxonomyCatalog taxonomies, IDatabase database)
{
    private const string Country = "country", CountryField = "Country", Classification = "Classification";

    /// <summary>The terms of an item's countries.</summary>
    public static IReadOnlyList<string> Codes(ContentItem item, TaxonomySet catalog)
        => item.Field(Classification, CountryField) is { } json ? [.. ItemTerms.Chosen(json, catalog).Select(term => term.Slug)] : [];

    /// <summary>What belongs to models, what refers to them, and what is asked for besides, with one question for all.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="models">Country models.</param>
    /// <param name="others">Ids of what else to read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CountryItemSet> ReadAsync(DbSession session, IReadOnlyList<ContentItem> models, IEnumerable<string> others, CancellationToken cancellationToken)
    {
        var catalog = await taxonomies.GetAsync(cancellationToken);
        var named = models.SelectMany(model => model.References(CountryReader.Type, "Practices").Concat(model.References(CountryReader.Type, "Organisations")));
        var items = await store.ReadAsync(
            session,
            $"""
            where i.published = 1 and exists (select 1 from content_path p where p.version_id = i.version_id) and (
                {database.Dialect.In("i.item_id", "ids")}
                or i.version_id in (select version_id from content_reference where {database.Dialect.In("target_id", "models")})
                or (i.type in (@Practice, @Organisation) and i.version_id in (
                    select version_id from content_term where taxonomy = @Country and {database.Dialect.In("term", "codes")})))
            order by i.display_text nulls first, i.item_id
            """,
            new
            {
                ids = database.Dialect.Values(named.Concat(others).Distinct(StringComparer.Ordinal)),
                models = database.Dialect.Values(models.Select(model => model.ContentItemId)),
                CountryReader.Practice,
                CountryReader.Organisation,
                Country,
                codes = database.Dialect.Values(models.SelectMany(model => Codes(model, catalog)).Distinct(StringComparer.Ordinal)),
            },
            cancellationToken);
        return new CountryItemSet(items, catalog);
    }
}

/// <summary>What was read for one or several models.</summary>
/// <param name="Items">By title.</param>
public sealed record CountryItemSet(IReadOnlyList<ContentItem> Items, TaxonomySet Catalog)
{
    private readonly Dictionary<string, ContentItem> _byId = Items.ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);

    public IReadOnlyList<ContentItem> Practices(ContentItem model) => Of(model, CountryReader.Practice, "Practices");

    public IReadOnlyList<ContentItem> Organisations(ContentItem model) => Of(model, CountryReader.Organisation, "Organisations");

    /// <summary>What a field of a model names, in its order.</summary>
    public IReadOnlyList<ContentItem> Named(ContentItem model, string part, string field)
        => [.. model.References(part, field).Select(id => _byId.GetValueOrDefault(id)).OfType<ContentItem>()];

    private IReadOnlyList<ContentItem> Of(ContentItem model, string type, string field)
    {
        var codes = CountryItems.Codes(model, Catalog);
        var named = Named(model, CountryReader.Type, field).Where(item => item.ContentType == type).Distinct().ToList();
        return [.. named, .. Items.Where(item => item.ContentType == type && CountryItems.Codes(item, Catalog).Intersect(codes, StringComparer.Ordinal).Any()).Except(named)];
    }
}
