using System.Globalization;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes by when an item must be looked at again.</summary>
public sealed class ReviewHandler() : IndexHandler("content_review")
{
    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Part<ReviewPart>().ReviewBy is { } reviewBy)
        {
            await context.Session.ExecuteAsync(
                "insert into content_review (version_id, item_id, review_by) values (@versionId, @itemId, @reviewBy)",
                new
                {
                    versionId = context.Item.ContentItemVersionId,
                    itemId = context.Item.ContentItemId,
                    reviewBy = reviewBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
                cancellationToken);
        }
    }
}
