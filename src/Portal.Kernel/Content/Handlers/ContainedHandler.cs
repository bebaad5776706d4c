using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes where an item stands in a list.</summary>
public sealed class ContainedHandler() : IndexHandler("content_container")
{
    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var part = context.Item.Part<ContainedPart>();
        if (part.ListContentItemId is { } container)
        {
            await context.Session.ExecuteAsync(
                "insert into content_container (version_id, item_id, container_id, position) values (@versionId, @itemId, @container, @position)",
                new { versionId = context.Item.ContentItemVersionId, itemId = context.Item.ContentItemId, container, position = part.Order },
                cancellationToken);
        }
    }
}
