using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes where an item stands in a list; what stands in something that is not published is not published either.</summary>
public sealed class ContainedHandler() : IndexHandler("content_container")
{
    public override async ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (!context.Item.Published || context.Item.Part<ContainedPart>().ListContentItemId is not { } container)
        {
            return;
        }

        var published = await context.Session.QueryAsync<bool>("select published from content_item where item_id = @container", new { container }, cancellationToken);
        if (published.Count > 0 && !published.Contains(true))
        {
            context.Errors.Add(new ContentError(nameof(ContainedPart), nameof(ContainedPart.ListContentItemId), "What it stands in is not published: publish that first, or save this as a draft."));
        }
    }

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
