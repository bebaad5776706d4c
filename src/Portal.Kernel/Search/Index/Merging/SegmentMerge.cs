using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Writing;

namespace Portal.Kernel.Search.Index.Merging;

/// <summary>Makes one segment of several neighbours, without what is dead. Holds their dictionaries and a few blocks, never their lists.</summary>
internal static class SegmentMerge
{
    /// <summary>Writes the blocks of the new segment. What it is made of stays as it was: see <see cref="ReplaceAsync"/>.</summary>
    public static async Task<MergedSegment> RunAsync(DbSession session, IReadOnlyList<MergeCandidate> run, MergedBlocks target, CancellationToken cancellationToken)
    {
        var gone = await IndexTables.DeadAsync(session, run[0].Row.FirstItem, run[^1].Row.LastItem, cancellationToken);
        var dead = gone.ToHashSet();
        var sources = new List<MergeSource>(run.Count);
        foreach (var row in run.Select(candidate => candidate.Row))
        {
            var data = await IndexTables.DataAsync(session, row.Id, cancellationToken);
            sources.Add(new MergeSource(session, row, data, dead, sources.Count == 0 ? 0 : sources[^1].End));
        }

        var items = Items(sources);
        if (items.Count == 0)
        {
            return new MergedSegment(target.Segment, null, [], gone);
        }

        var tables = new SegmentTables(target.Writer);
        await AddTermsAsync(tables, tables.Stems, [.. sources.Select(source => (source, source.Data.Stems))], target, cancellationToken);
        await AddTermsAsync(tables, tables.Words, [.. sources.Select(source => (source, source.Data.Words))], target, cancellationToken);
        await AddTermsAsync(tables, tables.Names, [.. sources.Select(source => (source, source.Data.Names))], target, cancellationToken);
        target.Writer.End();
        await target.SaveAsync(cancellationToken);
        var (titles, headings, bodies) = (Lengths(sources, data => data.Titles), Lengths(sources, data => data.Headings), Lengths(sources, data => data.Bodies));
        return new MergedSegment(target.Segment, items, SegmentData.Write(items, titles, headings, bodies, tables.Stems, tables.Words, tables.Names), gone);
    }

    /// <summary>Puts the new segment in the place of those it was made of; null when nothing lives in it.</summary>
    public static async Task<MergeCandidate?> ReplaceAsync(DbSession session, IReadOnlyList<MergeCandidate> run, MergedSegment merged, CancellationToken cancellationToken)
    {
        foreach (var candidate in run)
        {
            await IndexTables.RemoveSegmentAsync(session, candidate.Row, cancellationToken);
        }

        await IndexTables.ForgetDeadAsync(session, merged.Gone, cancellationToken);
        if (merged.Items is not { } items)
        {
            return null;
        }

        await IndexTables.AddSegmentAsync(session, merged.Id, items, merged.Data, cancellationToken);
        return new MergeCandidate(
            new SegmentRow { Id = merged.Id, FirstItem = items.Ids[0], LastItem = items.Ids[^1], Items = items.Count, Sections = items.FirstSections[^1] }, 0);
    }

    private static async Task AddTermsAsync(
        SegmentTables tables, TermTableWriter table, (MergeSource Source, TermTable Terms)[] sources, MergedBlocks target, CancellationToken cancellationToken)
    {
        var withPositions = table == tables.Stems;
        var list = new PostingEncoder(withPositions);
        var at = new int[sources.Length];
        while (Least(sources, at) is { } key)
        {
            cancellationToken.ThrowIfCancellationRequested();
            list.Clear();
            for (var i = 0; i < sources.Length; i++)
            {
                var (source, terms) = sources[i];
                if (at[i] < terms.Count && terms.Key(at[i]).SequenceEqual(key.Span))
                {
                    var entry = terms.Entry(at[i]++);
                    var postings = await source.ListAsync(BlockKind.Postings, entry.Postings, cancellationToken);
                    var positions = withPositions ? await source.ListAsync(BlockKind.Positions, entry.Positions, cancellationToken) : default;
                    source.AddTo(list, postings.Span, entry.Count, positions.Span);
                }
            }

            if (list.Count > 0)
            {
                tables.Add(table, key.Span, list);
                await target.SaveAsync(cancellationToken);
            }
        }
    }

    private static ReadOnlyMemory<byte>? Least((MergeSource Source, TermTable Terms)[] sources, int[] at)
    {
        ReadOnlyMemory<byte>? least = null;
        for (var i = 0; i < sources.Length; i++)
        {
            if (at[i] < sources[i].Terms.Count && (least is null || sources[i].Terms.Key(at[i]).SequenceCompareTo(least.Value.Span) < 0))
            {
                least = sources[i].Terms.KeyMemory(at[i]);
            }
        }

        return least;
    }

    private static SegmentItems Items(List<MergeSource> sources)
    {
        var builder = new SegmentItemsBuilder();
        foreach (var (source, items) in sources.Select(source => (source, source.Data.Items)))
        {
            for (var item = 0; item < items.Count; item++)
            {
                if (source.Lives(items.FirstSections[item]))
                {
                    foreach (var value in items.FacetsOf(item))
                    {
                        builder.AddFacet(items.Values[value]);
                    }

                    builder.AddItem(items.Ids[item], items.FirstSections[item + 1] - items.FirstSections[item], items.Dates[item], items.KeyOf(item));
                }
            }
        }

        return builder.Build();
    }

    private static byte[] Lengths(List<MergeSource> sources, Func<SegmentData, byte[]> field)
        => [.. sources.SelectMany(source => field(source.Data).Where((_, section) => source.Lives(section)))];
}

/// <summary>A merge's outcome. <paramref name="Items"/> is null when nothing lives; <paramref name="Gone"/> are the dead that were left out.</summary>
internal sealed record MergedSegment(long Id, SegmentItems? Items, byte[] Data, IReadOnlyList<long> Gone);

/// <summary>Where the blocks of a merge go.</summary>
internal sealed class MergedBlocks(long segment, Func<long, FinishedBlock, CancellationToken, Task> save)
{
    public long Segment { get; } = segment;

    public BlockWriter Writer { get; } = new();

    public async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var block in Writer.Finished)
        {
            await save(Segment, block, cancellationToken);
        }

        Writer.Finished.Clear();
    }
}
