using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Portal.Kernel.Audit;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Scheduling;

/// <summary>
/// Publishes drafts and withdraws public editions whose time has come, each in a unit of work of its own. What is due is asked for again within that unit
/// of work: when two processes look at the same time, one of them finds nothing to do.
/// </summary>
public sealed partial class ContentSchedule(
    IDatabase database, ContentStore store, ContentManager manager, AuditLog audit, TimeProvider time, ILogger<ContentSchedule> logger)
{
    public const string Publish = "publish", Archive = "archive";

    private static readonly Actor Schedule = new("schedule", "schedule");

    /// <summary>Does all that is due now. Returns how many items changed.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        var waiting = await DueAsync(cancellationToken);
        while (waiting.Count > 0)
        {
            var outcomes = new List<(Due Due, Outcome Outcome)>();
            foreach (var due in waiting)
            {
                outcomes.Add((due, await RunAsync(due, cancellationToken)));
            }

            var done = outcomes.Count(each => each.Outcome.Changed);
            var refused = outcomes.Where(each => each.Outcome.Errors.Count > 0).ToList();
            changed += done;
            if (done == 0)
            {
                foreach (var (due, outcome) in refused)
                {
                    await RefuseAsync(due, string.Join(" ", outcome.Errors), cancellationToken);
                }

                break;
            }

            // What was refused may have waited for another: a chapter for its handbook that was due at the same time.
            waiting = [.. refused.Select(each => each.Due)];
        }

        return changed;
    }

    private async Task<IReadOnlyList<Due>> DueAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return await session.QueryAsync<Due>(
            "select version_id as VersionId, item_id as ItemId, action as Action from content_schedule where due_utc <= @now order by due_utc, version_id",
            new { now = UtcText.Write(time.GetUtcNow().UtcDateTime) },
            cancellationToken);
    }

    private async Task<Outcome> RunAsync(Due due, CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        if (await TakeAsync(session, due, cancellationToken) is not { } item)
        {
            return new Outcome(false, []);
        }

        var errors = await DoAsync(session, due, item, cancellationToken);
        if (errors.Count == 0)
        {
            await session.CommitAsync(cancellationToken);
        }

        return new Outcome(errors.Count == 0, errors);
    }

    private async Task<IReadOnlyList<ContentError>> DoAsync(DbSession session, Due due, ContentItem item, CancellationToken cancellationToken)
    {
        try
        {
            return due.Action == Publish ? await PublishAsync(session, item, cancellationToken) : await ArchiveAsync(session, item, cancellationToken);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A part of a wrong shape, or a type that is no longer defined: the others that are due must not wait for it.
            return [new ContentError(item.ContentType, null, e.Message)];
        }
    }

    /// <summary>The version that is due, to be changed; null when another process was quicker or a person changed the item meanwhile.</summary>
    private async Task<ContentItem?> TakeAsync(DbSession session, Due due, CancellationToken cancellationToken)
    {
        var now = UtcText.Write(time.GetUtcNow().UtcDateTime);
        var found = await store.ReadAsync(
            session,
            "join content_schedule s on s.version_id = i.version_id where i.version_id = @VersionId and s.action = @Action and s.due_utc <= @now",
            new { due.VersionId, due.Action, now },
            cancellationToken);
        return found is [var item] ? item.Copy() : null;
    }

    private async Task<IReadOnlyList<ContentError>> PublishAsync(DbSession session, ContentItem draft, CancellationToken cancellationToken)
        => draft.Latest ? (await manager.PublishAsync(session, draft, Schedule, cancellationToken)).Errors : [];

    // The version that was public stays as the latest, without the day; where there is a newer draft, that is the latest.
    private async Task<IReadOnlyList<ContentError>> ArchiveAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (!item.Latest)
        {
            await manager.WithdrawAsync(session, item.ContentItemId, Schedule, cancellationToken);
            return [];
        }

        (item.Content[nameof(ArchiveLaterPart)] as JsonObject)?.Remove(nameof(ArchiveLaterPart.ScheduledArchiveUtc));
        return (await manager.SaveDraftAsync(session, item, Schedule, cancellationToken)).Errors;
    }

    // It would hardly be possible in a minute: it is said once, and a person has to look.
    private async Task RefuseAsync(Due due, string errors, CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        if (await session.ExecuteAsync("delete from content_schedule where version_id = @VersionId and action = @Action", due, cancellationToken) > 0)
        {
            var happened = new AuditEvent { Name = "ScheduleFailed", Actor = Schedule, ItemId = due.ItemId, VersionId = due.VersionId, Comment = errors };
            await audit.RecordAsync(session, happened, cancellationToken);
            await session.CommitAsync(cancellationToken);
            LogRefused(logger, due.Action, due.ItemId, errors);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was scheduled ({Action}) for the item {ItemId} could not be done and is no longer scheduled: {Errors}")]
    private static partial void LogRefused(ILogger logger, string action, string itemId, string errors);

    private readonly record struct Outcome(bool Changed, IReadOnlyList<ContentError> Errors);

    private sealed record Due
    {
        public string VersionId { get; init; } = "";
        public string ItemId { get; init; } = "";
        public string Action { get; init; } = "";
    }
}
