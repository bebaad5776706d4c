using System.Runtime.CompilerServices;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>
/// Documents of a unit of work that are analysed on other threads while this one goes on, and written in their order: at the latest before it is committed.
/// An import of many items takes a quarter less time. No more than a few are held.
/// </summary>
internal sealed class PendingDocuments
{
    private const int Most = 8;

    private static readonly ConditionalWeakTable<DbSession, PendingDocuments> Sessions = [];

    private readonly Queue<Task<AnalyzedDocument>> _documents = new();
    private readonly DbSession _session;

    private PendingDocuments(DbSession session)
    {
        _session = session;
        session.BeforeCommit(async token => await WriteAsync(0, token));
    }

    public static Task AddAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken)
    {
        if (!Sessions.TryGetValue(session, out var pending))
        {
            Sessions.Add(session, pending = new PendingDocuments(session));
        }

        pending._documents.Enqueue(Task.Run(() => AnalyzedDocument.Of(document), CancellationToken.None));
        return pending.WriteAsync(Most, cancellationToken);
    }

    /// <summary>Writes what is put off; to be called before anything else is done to the index in the session.</summary>
    public static Task WriteAllAsync(DbSession session, CancellationToken cancellationToken)
        => Sessions.TryGetValue(session, out var pending) ? pending.WriteAsync(0, cancellationToken) : Task.CompletedTask;

    private async Task WriteAsync(int left, CancellationToken cancellationToken)
    {
        while (_documents.Count > left)
        {
            await SearchWriter.WriteAsync(_session, await _documents.Dequeue(), cancellationToken);
        }
    }
}
