namespace Portal.Kernel.Content.Handlers;

/// <summary>Keeps an index table whose rows belong to versions: those of the latest and of the published version, no others.</summary>
public abstract class IndexHandler(string table) : ContentHandler
{
    public override async ValueTask SavedAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (!context.IsNew)
        {
            await ForgetAsync(context, cancellationToken);
        }

        await WriteAsync(context, cancellationToken);
    }

    // A version withdrawn while a newer draft exists is neither.
    public override async ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (!context.Item.Latest)
        {
            await ForgetAsync(context, cancellationToken);
        }
    }

    /// <summary>Writes the rows of the version that was saved.</summary>
    protected abstract ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken);

    private async Task ForgetAsync(ContentContext context, CancellationToken cancellationToken)
        => await context.Session.ExecuteAsync(
            // By version, which every index table has as its key: none needs another index for this.
            $"""
            delete from {table} where version_id = @versionId
                or version_id in (select version_id from content_item where item_id = @itemId and latest = 0 and published = 0)
            """,
            new { itemId = context.Item.ContentItemId, versionId = context.Item.ContentItemVersionId },
            cancellationToken);
}
