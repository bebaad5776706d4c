using System.Runtime.CompilerServices;

namespace Portal.Kernel.Data;

/// <summary>Is told which tags changed, after the change is safe: to evict what it keeps in memory.</summary>
public interface IChangeListener
{
    ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken);
}

/// <summary>
/// Tells caches what changed. A tag is an item's id, <c>type:Handbook</c>, or one of <see cref="Definitions"/>, <see cref="Content"/>, <see cref="Settings"/>. The feed is
/// written with the change, so that other processes over the same database hear of it too. Listeners are made late: some of them write to the feed.
/// </summary>
public sealed class ChangeFeed(Lazy<IReadOnlyList<IChangeListener>> listeners)
{
    public const string Definitions = "definitions";

    /// <summary>Any item's public edition changed.</summary>
    public const string Content = "content";
    public const string Settings = "settings";

    /// <summary>More changed than is known: whoever keeps anything forgets it.</summary>
    public const string Everything = "*";

    // Rows beyond these are old news to every process that looks once a second.
    private const int Kept = 50_000;

    private readonly ConditionalWeakTable<DbSession, HashSet<string>> _changed = [];

    /// <summary>Whether one who keeps what <paramref name="tag"/> stands for has to forget it.</summary>
    public static bool Concerns(IReadOnlyCollection<string> tags, string tag) => tags.Contains(tag) || tags.Contains(Everything);

    public static string Type(string contentType) => "type:" + contentType;

    /// <summary>Adds tags to what this unit of work changes. They are written when it is committed, and then listeners hear of them, once.</summary>
    public void Add(DbSession session, IReadOnlyCollection<string> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        if (!_changed.TryGetValue(session, out var changed))
        {
            var added = changed = new HashSet<string>(StringComparer.Ordinal);
            _changed.Add(session, added);
            session.BeforeCommit(token => WriteAsync(session, added, token));
            session.AfterCommit(token => NotifyAsync(added, token));
        }

        changed.UnionWith(tags);
    }

    /// <summary>Changes after the given number, and the number to ask after next.</summary>
    public async Task<(long Last, IReadOnlyCollection<string> Tags)> SinceAsync(DbSession session, long last, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Row>("select id, tag from change_feed where id > @last order by id", new { last }, cancellationToken);
        if (rows.Count == 0)
        {
            return (last, []);
        }

        // Rows are numbered without gaps: one that is missing was removed before it was read.
        return (rows[^1].Id, rows[0].Id > last + 1 ? [Everything] : rows.Select(row => row.Tag).ToHashSet(StringComparer.Ordinal));
    }

    public Task<long> LastAsync(DbSession session, CancellationToken cancellationToken)
        => session.FirstOrDefaultAsync<long>("select coalesce(max(id), 0) from change_feed", null, cancellationToken);

    public async ValueTask NotifyAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        foreach (var listener in listeners.Value)
        {
            await listener.ChangedAsync(tags, cancellationToken);
        }
    }

    private async ValueTask WriteAsync(DbSession session, HashSet<string> tags, CancellationToken cancellationToken)
    {
        // Not the database's own numbers: a transaction that was rolled back, or a server that crashed, would leave gaps.
        var last = await LastAsync(session, cancellationToken);
        await session.ExecuteAsync("delete from change_feed where id <= @last - @Kept", new { last, Kept }, cancellationToken);
        await session.InsertAsync("change_feed (id, tag)", tags.Select((tag, i) => new object?[] { last + 1 + i, tag }), cancellationToken);
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public string Tag { get; init; } = "";
    }
}
