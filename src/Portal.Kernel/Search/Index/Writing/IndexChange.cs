using System.Runtime.CompilerServices;
using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Merging;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>
/// What a unit of work changes in the index. Documents are analysed, and collected in their order, on other threads while this one goes on, and written as a
/// segment when they are many or the work is committed. No more than a few are held unanalysed or uncollected.
/// </summary>
internal sealed class IndexChange
{
    private const int MostAhead = 8;

    /// <summary>Sections.</summary>
    private const int MostUncollected = 64;

    private static readonly ConditionalWeakTable<DbSession, IndexChange> Changes = [];

    private readonly Queue<Task<AnalyzedDocument>> _ahead = new();
    private readonly DbSession _session;
    private readonly SearchOptions _options;
    private IndexCounters? _counters;
    private SegmentBuilder _builder = new();
    private Task _built = Task.CompletedTask;
    private int _uncollected;
    private int _written;

    private IndexChange(DbSession session, SearchOptions options)
    {
        _session = session;
        _options = options;
        session.BeforeCommit(async token => await EndAsync(token));
    }

    public static IndexChange Of(DbSession session, SearchOptions options)
    {
        if (!Changes.TryGetValue(session, out var change))
        {
            Changes.Add(session, change = new IndexChange(session, options));
        }

        return change;
    }

    public Task AddAsync(SearchDocument document, CancellationToken cancellationToken)
    {
        _ahead.Enqueue(Task.Run(() => AnalyzedDocument.Of(document), CancellationToken.None));
        return CollectAsync(MostAhead, cancellationToken);
    }

    public async Task RemoveAsync(string itemId, CancellationToken cancellationToken)
    {
        await CollectAsync(0, cancellationToken);
        if (await IndexTables.IdOfAsync(_session, itemId, cancellationToken) is { } id)
        {
            await IndexTables.RemoveItemAsync(_session, id, (await CountersAsync(cancellationToken)).Version, cancellationToken);
        }
    }

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await CollectAsync(0, cancellationToken);
        await BuiltAsync();
        _builder = new SegmentBuilder();
        await CountersAsync(cancellationToken);
        await IndexTables.ClearAsync(_session, cancellationToken);
    }

    private async Task CollectAsync(int left, CancellationToken cancellationToken)
    {
        while (_ahead.Count > left)
        {
            var analyzed = await _ahead.Dequeue();
            var counters = await CountersAsync(cancellationToken);
            if (await IndexTables.IdOfAsync(_session, analyzed.Document.ItemId, cancellationToken) is { } before)
            {
                await IndexTables.RemoveItemAsync(_session, before, counters.Version, cancellationToken);
            }

            var id = counters.NextItem++;
            await IndexTables.AddItemAsync(_session, id, analyzed.Document, cancellationToken);
            await IndexTables.AddSectionsAsync(_session, id, analyzed.Sections, cancellationToken);
            _built = BuildAsync(_built, _builder, id, analyzed);
            _uncollected += analyzed.Sections.Count;
            if (_uncollected < Math.Min(MostUncollected, _options.FlushSections))
            {
                continue;
            }

            await BuiltAsync();
            if (_builder.Sections >= _options.FlushSections || _builder.Size >= _options.FlushBytes)
            {
                await FlushAsync(counters, cancellationToken);
            }
        }
    }

    // One after another: a builder is for one thread at a time.
    private static async Task BuildAsync(Task before, SegmentBuilder builder, long id, AnalyzedDocument analyzed)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        builder.Add(id, analyzed);
    }

    private Task BuiltAsync()
    {
        _uncollected = 0;
        return _built;
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await CollectAsync(0, cancellationToken);
        await BuiltAsync();
        if (_counters is { } counters)
        {
            await FlushAsync(counters, cancellationToken);
            await IndexTables.SaveAsync(_session, counters, cancellationToken);
        }
    }

    // Begun late: a unit of work that comes to change nothing of the index leaves it as it is, and keeps no other writer waiting.
    private async ValueTask<IndexCounters> CountersAsync(CancellationToken cancellationToken) => _counters ??= await IndexTables.LockAsync(_session, cancellationToken);

    private async Task FlushAsync(IndexCounters counters, CancellationToken cancellationToken)
    {
        if (_builder.Sections > 0)
        {
            await SegmentWriter.WriteAsync(_session, counters.NextSegment++, _builder.Build(), cancellationToken);
            _written += _builder.Sections;
            _builder = new SegmentBuilder();
        }

        await MergeAsync(counters, cancellationToken);
    }

    private async Task MergeAsync(IndexCounters counters, CancellationToken cancellationToken)
    {
        var policy = new MergePolicy(_options);
        var segments = (await MergeCandidate.AllAsync(_session, cancellationToken)).ToList();
        while (policy.Next(segments, _options.MergeAtCommit + (2 * _written)) is { } due)
        {
            var run = segments.GetRange(due.First, due.Count);
            var blocks = new MergedBlocks(counters.NextSegment++, (id, block, token) => IndexTables.AddBlockAsync(_session, id, block, token));
            var merged = await SegmentMerge.RunAsync(_session, run, blocks, cancellationToken);
            segments.RemoveRange(due.First, due.Count);
            if (await SegmentMerge.ReplaceAsync(_session, run, merged, cancellationToken) is { } candidate)
            {
                segments.Insert(due.First, candidate);
            }
        }
    }
}
