using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Items;

/// <summary>Reads what an item stands in, and what stands there beside it: a chapter's handbook, a lesson's module.</summary>
public sealed class FamilyReader(ContentStore store)
{
    /// <summary>Null for an item that stands in nothing that is published.</summary>
    public async Task<Family?> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.Part<ContainedPart>().ListContentItemId is not { Length: > 0 } containerId)
        {
            return null;
        }

        var all = await store.ReadAsync(
            session,
            """
            left join content_container c on c.version_id = i.version_id
            where i.published = 1 and (i.item_id = @containerId or c.container_id = @containerId) order by c.position, i.item_id
            """,
            new { containerId },
            cancellationToken);
        return all.FirstOrDefault(other => other.ContentItemId == containerId) is { } container
            ? new Family(container, [.. all.Where(other => other.ContentType == item.ContentType && other.ContentItemId != containerId)])
            : null;
    }
}

/// <param name="Container">What the item stands in.</param>
/// <param name="Members">Those of the item's kind that stand there, itself among them, in order.</param>
public sealed record Family(ContentItem Container, IReadOnlyList<ContentItem> Members);
