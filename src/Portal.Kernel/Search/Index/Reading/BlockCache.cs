using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Reading;

/// <summary>Keeps blocks between searches, those that were used last, up to a number of bytes. A block never changes.</summary>
internal sealed class BlockCache(long capacity)
{
    private readonly ConcurrentDictionary<BlockKey, Kept> _blocks = new();
    private readonly Lock _sweep = new();
    private long _bytes;
    private long _clock;

    /// <summary>Reads what is lacking, in one query; the blocks stay in <paramref name="held"/> for as long as the search needs them.</summary>
    public async Task ReadAsync(DbSession session, IEnumerable<BlockKey> wanted, Dictionary<BlockKey, byte[]> held, CancellationToken cancellationToken)
    {
        var missing = new List<BlockKey>();
        foreach (var key in wanted)
        {
            if (held.ContainsKey(key))
            {
                continue;
            }

            if (_blocks.TryGetValue(key, out var kept))
            {
                kept.Used = Interlocked.Increment(ref _clock);
                held[key] = kept.Data;
            }
            else
            {
                held[key] = [];
                missing.Add(key);
            }
        }

        foreach (var some in missing.Chunk(200))
        {
            var rows = await session.QueryAsync<Row>(
                $"select segment as Segment, kind as Kind, number as Number, data as Data from search_block where {string.Join(" or ", some.GroupBy(key => (key.Segment, key.Kind)).Select(Condition))}",
                null, cancellationToken);
            foreach (var row in rows)
            {
                var key = new BlockKey(row.Segment, (BlockKind)row.Kind, (int)row.Number);
                held[key] = row.Data;
                Keep(key, row.Data);
            }

            if (rows.Count < some.Length)
            {
                throw new InvalidDataException("The search index lacks a block of its segments; run 'reindex'.");
            }
        }
    }

    // Numbers, so they may stand in the statement.
    private static string Condition(IGrouping<(long Segment, BlockKind Kind), BlockKey> group)
        => string.Create(CultureInfo.InvariantCulture, $"(segment = {group.Key.Segment} and kind = {(int)group.Key.Kind} and number in ({string.Join(',', group.Select(key => key.Number))}))");

    private void Keep(BlockKey key, byte[] data)
    {
        if (data.Length <= capacity / 4 && _blocks.TryAdd(key, new Kept(data) { Used = Interlocked.Increment(ref _clock) })
            && Interlocked.Add(ref _bytes, data.Length) > capacity && _sweep.TryEnter())
        {
            try
            {
                Sweep();
            }
            finally
            {
                _sweep.Exit();
            }
        }
    }

    /// <summary>Lets go of those that were not used for longest, a quarter of all, so that it need not be done often.</summary>
    private void Sweep()
    {
        foreach (var (key, kept) in _blocks.ToArray().OrderBy(block => block.Value.Used))
        {
            if (Interlocked.Read(ref _bytes) <= capacity / 4 * 3)
            {
                return;
            }

            if (_blocks.TryRemove(key, out _))
            {
                Interlocked.Add(ref _bytes, -kept.Data.Length);
            }
        }
    }

    private sealed class Kept(byte[] data)
    {
        public readonly byte[] Data = data;
        public long Used;
    }

    private sealed class Row
    {
        public long Segment { get; init; }
        public long Kind { get; init; }
        public long Number { get; init; }
        public byte[] Data { get; init; } = [];
    }
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockKey(long Segment, BlockKind Kind, int Number);
