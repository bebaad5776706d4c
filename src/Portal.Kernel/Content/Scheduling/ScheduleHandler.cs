using System.Text.Json.Nodes;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Scheduling;

/// <summary>Indexes when a draft is to be published and when a public edition is to be withdrawn. What is published needs no day of publishing any more: it is cleared.</summary>
public sealed class ScheduleHandler() : IndexHandler("content_schedule")
{
    public override ValueTask SavingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Published && context.Item.Content[nameof(PublishLaterPart)] is JsonObject part)
        {
            part.Remove(nameof(PublishLaterPart.ScheduledPublishUtc));
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken)
    {
        await base.WithdrawnAsync(context, cancellationToken);
        await context.Session.ExecuteAsync(
            "delete from content_schedule where version_id = @versionId and action = @action",
            new { versionId = context.Item.ContentItemVersionId, action = ContentSchedule.Archive },
            cancellationToken);
    }

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var item = context.Item;
        if (!item.Published && item.Has(nameof(PublishLaterPart)))
        {
            await WriteAsync(context, ContentSchedule.Publish, item.Part<PublishLaterPart>().ScheduledPublishUtc, cancellationToken);
        }

        if (item.Published && item.Has(nameof(ArchiveLaterPart)))
        {
            await WriteAsync(context, ContentSchedule.Archive, item.Part<ArchiveLaterPart>().ScheduledArchiveUtc, cancellationToken);
        }
    }

    // A time without a zone is one of UTC, as the property's name says.
    private static Task WriteAsync(ContentContext context, string action, DateTime? due, CancellationToken cancellationToken) => due is not { } at
        ? Task.CompletedTask
        : context.Session.ExecuteAsync(
            "insert into content_schedule (version_id, item_id, action, due_utc) values (@versionId, @itemId, @action, @due)",
            new
            {
                versionId = context.Item.ContentItemVersionId,
                itemId = context.Item.ContentItemId,
                action,
                due = UtcText.Write(at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at),
            },
            cancellationToken);
}
