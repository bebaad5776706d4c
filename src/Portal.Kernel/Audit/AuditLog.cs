using Portal.Kernel.Data;

namespace Portal.Kernel.Audit;

/// <summary>Who does something: a person's account, or a command of the host.</summary>
public sealed record Actor(string Id, string Name)
{
    public static readonly Actor System = new("system", "system");
}

/// <summary>Something that happened to an item, or to the site when <see cref="ItemId"/> is null.</summary>
public sealed record AuditEvent
{
    /// <summary>A word for it, for example <c>Published</c>.</summary>
    public required string Name { get; init; }
    public required Actor Actor { get; init; }
    public string? ItemId { get; init; }
    public string? VersionId { get; init; }

    /// <summary>Whatever else is worth knowing, as text without personal data.</summary>
    public string? Comment { get; init; }
}

/// <summary>Writes what happened, in the unit of work in which it happened.</summary>
public sealed class AuditLog(TimeProvider time)
{
    public Task RecordAsync(DbSession session, AuditEvent happened, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into audit_event (happened_utc, name, actor_id, actor_name, item_id, version_id, comment)
        values (@HappenedUtc, @Name, @ActorId, @ActorName, @ItemId, @VersionId, @Comment)
        """,
        new
        {
            HappenedUtc = UtcText.Write(time.GetUtcNow().UtcDateTime),
            happened.Name,
            ActorId = happened.Actor.Id,
            ActorName = happened.Actor.Name,
            happened.ItemId,
            happened.VersionId,
            happened.Comment,
        },
        cancellationToken);
}
