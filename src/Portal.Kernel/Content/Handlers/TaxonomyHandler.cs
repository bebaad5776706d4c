using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Content.Handlers;

/// <summary>A changed taxonomy is known at once to what follows in the same unit of work.</summary>
public sealed class TaxonomyHandler(TaxonomyCatalog catalog) : ContentHandler
{
    public override ValueTask SavedAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.ContentType == TaxonomyCatalog.ContentType)
        {
            catalog.Forget(context.Session);
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken) => SavedAsync(context, cancellationToken);
}
