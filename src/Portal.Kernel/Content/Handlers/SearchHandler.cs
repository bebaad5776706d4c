using Portal.Kernel.Content.Indexing;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;

namespace Portal.Kernel.Content.Handlers;

/// <summary>What is published is found, what is withdrawn is not: in the same transaction as the item.</summary>
public sealed class SearchHandler(ItemIndexer indexer, ContentStore store) : ContentHandler
{
    public override async ValueTask SavedAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (!context.Item.Published)
        {
            return;
        }

        await indexer.IndexAsync(context.Session, context.Item, context.Definitions, context.IsNew, cancellationToken);
        // What came before its container, as it may in a recipe, learns its name now.
        if (context.PublishedBefore is { } before ? Shown(before) != Shown(context.Item) : context.Type.Has(nameof(ListPart)))
        {
            await IndexContainedAsync(context, cancellationToken);
        }
    }

    public override async ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken)
        => await indexer.RemoveAsync(context.Session, context.Item.ContentItemId, cancellationToken);

    private static (string?, string?) Shown(ContentItem item) => (item.DisplayText, item.Part<AutoroutePart>().Path);

    // What stands in this item bears its title and address in the index.
    private async Task IndexContainedAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var contained = await store.PublishedInAsync(context.Session, context.Item.ContentItemId, cancellationToken);
        foreach (var item in contained)
        {
            await indexer.IndexAsync(context.Session, item, context.Definitions, isNew: false, cancellationToken);
        }
    }
}
