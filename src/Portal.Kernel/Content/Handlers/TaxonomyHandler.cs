using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Content.Handlers;

/// <summary>
/// A changed taxonomy is known at once to what follows in the same unit of work. When the names of its terms in addresses changed, or what stands
/// under what, the items are filed again: index tables and search hold those names.
/// </summary>
public sealed class TaxonomyHandler(TaxonomyCatalog catalog, ContentStore store, TermHandler terms, SearchHandler search) : ContentHandler
{
    private const int Batch = 200;

    public override async ValueTask SavedAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.ContentType != TaxonomyCatalog.ContentType || !context.Item.Published)
        {
            return;
        }

        catalog.Forget(context.Session);
        if (context.PublishedBefore is not { } before || !Names(before).SequenceEqual(Names(context.Item)))
        {
            await FileAgainAsync(context, cancellationToken);
        }
    }

    public override async ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.ContentType == TaxonomyCatalog.ContentType)
        {
            catalog.Forget(context.Session);
            await FileAgainAsync(context, cancellationToken);
        }
    }

    private static IEnumerable<(string, string, string?)> Names(ContentItem item)
    {
        var taxonomy = TaxonomyCatalog.Read(item);
        return taxonomy.Terms.Select(term => (term.ItemId, term.Slug, term.BroaderId)).Prepend((taxonomy.ItemId, taxonomy.Name, null)).Order();
    }

    private async Task FileAgainAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var items = await store.ReadAsync(
                context.Session,
                "where i.version_id > @after and (i.published = 1 or i.latest = 1) order by i.version_id limit @Batch",
                new { after, Batch },
                cancellationToken);
            foreach (var item in items.Where(item => context.Definitions.Type(item.ContentType) is not null))
            {
                var filed = context with { Item = item, Type = context.Definitions.Type(item.ContentType)!, PublishedBefore = null, IsNew = false };
                await terms.SavedAsync(filed, cancellationToken);
                await search.SavedAsync(filed, cancellationToken);
            }

            if (items.Count < Batch)
            {
                return;
            }

            after = items[^1].ContentItemVersionId;
        }
    }
}
