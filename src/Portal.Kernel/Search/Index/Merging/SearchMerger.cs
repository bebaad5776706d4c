using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Writing;

namespace Portal.Kernel.Search.Index.Merging;

/// <summary>
/// Does the merges that are too big for a commit. The new segment's blocks are written a few at a time, between which others write; a short unit of work
/// at the end puts the segment in the place of the old ones. Whatever happens before that, nobody sees any of it.
/// </summary>
public sealed class SearchMerger(IDatabase database, SearchOptions options)
{
    private const int BytesAWrite = 1024 * 1024;

    /// <summary>Does one merge; false when none is due.</summary>
    public async Task<bool> MergeAsync(CancellationToken cancellationToken)
    {
        if (await DueAsync(cancellationToken) is not { } run)
        {
            return false;
        }

        var written = new List<FinishedBlock>();
        var bytes = 0;
        var count = 0;
        var blocks = new MergedBlocks(await NewSegmentAsync(cancellationToken), async (segment, block, token) =>
        {
            written.Add(block);
            count++;
            bytes += block.Data.Length;
            if (bytes >= BytesAWrite)
            {
                await WriteAsync(segment, written, token);
                bytes = 0;
            }
        });
        MergedSegment merged;
        await using (var reading = await database.ReadAsync(cancellationToken))
        {
            merged = await SegmentMerge.RunAsync(reading, run, blocks, cancellationToken);
        }

        await WriteAsync(merged.Id, written, cancellationToken);
        await ReplaceAsync(run, merged, count, cancellationToken);
        return true;
    }

    /// <summary>Removes what merges that were broken off have left behind.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        await session.ExecuteAsync("delete from search_block where segment not in (select id from search_segment)", null, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<MergeCandidate>?> DueAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var segments = await MergeCandidate.AllAsync(session, cancellationToken);
        return new MergePolicy(options).Next(segments, options.MaxSections) is { } due ? [.. segments.Skip(due.First).Take(due.Count)] : null;
    }

    private async Task<long> NewSegmentAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        var counters = await IndexTables.LockAsync(session, cancellationToken);
        var id = counters.NextSegment++;
        await IndexTables.SaveAsync(session, counters, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return id;
    }

    private async Task WriteAsync(long segment, List<FinishedBlock> blocks, CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        foreach (var block in blocks)
        {
            await IndexTables.AddBlockAsync(session, segment, block, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        blocks.Clear();
    }

    // Somebody may have made the index anew meanwhile, merged the same segments, or swept the blocks away.
    private async Task ReplaceAsync(IReadOnlyList<MergeCandidate> run, MergedSegment merged, int blocks, CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        await IndexTables.LockAsync(session, cancellationToken);
        var there = (await IndexTables.SegmentsAsync(session, cancellationToken)).Select(row => row.Id).ToHashSet();
        var whole = await session.FirstOrDefaultAsync<long>("select count(*) from search_block where segment = @Id", new { merged.Id }, cancellationToken) == blocks;
        if (whole && run.All(candidate => there.Contains(candidate.Row.Id)))
        {
            await SegmentMerge.ReplaceAsync(session, run, merged, cancellationToken);
        }
        else
        {
            await session.ExecuteAsync("delete from search_block where segment = @Id", new { merged.Id }, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
    }
}
