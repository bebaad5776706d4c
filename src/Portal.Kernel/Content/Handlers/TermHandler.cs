using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes an item's taxonomy terms, those that they stand under included, by the names that addresses use.</summary>
public sealed class TermHandler(TaxonomyCatalog catalog) : IndexHandler("content_term")
{
    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var taxonomies = await catalog.CurrentAsync(context.Session, cancellationToken);
        var terms = ItemTerms.Of(context.Item, context.Type, context.Definitions, taxonomies);
        await context.Session.InsertAsync(
            "content_term (version_id, item_id, taxonomy, term)",
            terms.Select(pair => new object?[] { context.Item.ContentItemVersionId, context.Item.ContentItemId, pair.Taxonomy, pair.Term }),
            cancellationToken);
    }
}
