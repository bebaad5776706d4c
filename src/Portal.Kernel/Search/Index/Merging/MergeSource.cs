using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Writing;

namespace Portal.Kernel.Search.Index.Merging;

/// <summary>A segment that is being merged: which of its sections live on and under which numbers, and its blocks, read as the merge comes to them.</summary>
internal sealed class MergeSource
{
    private const int Dead = -1;
    private const int KeptBlocks = 4;

    private readonly DbSession _session;
    private readonly SegmentRow _row;
    private readonly int[] _numbers;
    private readonly List<((BlockKind, int) Key, byte[] Block)> _blocks = [];

    public MergeSource(DbSession session, SegmentRow row, SegmentData data, IReadOnlySet<long> dead, int firstNumber)
    {
        _session = session;
        _row = row;
        Data = data;
        _numbers = new int[data.Sections];
        for (var item = 0; item < data.Items.Count; item++)
        {
            var lives = !dead.Contains(data.Items.Ids[item]);
            for (var section = data.Items.FirstSections[item]; section < data.Items.FirstSections[item + 1]; section++)
            {
                _numbers[section] = lives ? firstNumber++ : Dead;
            }
        }

        End = firstNumber;
    }

    public SegmentData Data { get; }

    /// <summary>The number of the section that comes after its last.</summary>
    public int End { get; }

    public bool Lives(int section) => _numbers[section] != Dead;

    public async ValueTask<ReadOnlyMemory<byte>> ListAsync(BlockKind kind, BlockPlace place, CancellationToken cancellationToken)
    {
        var block = Kept((kind, place.Number));
        if (block is null)
        {
            block = await IndexTables.BlockAsync(_session, _row.Id, kind, place.Number, cancellationToken);
            _blocks.Insert(0, ((kind, place.Number), block));
            if (_blocks.Count > KeptBlocks)
            {
                _blocks.RemoveAt(KeptBlocks);
            }
        }

        return block.AsMemory(place.Offset, place.Length);
    }

    /// <summary>Adds the living postings of a list.</summary>
    public void AddTo(PostingEncoder target, ReadOnlySpan<byte> postings, int count, ReadOnlySpan<byte> positions)
    {
        var list = new PostingList(postings, count);
        var reader = new ByteReader(positions);
        while (list.Next())
        {
            var from = reader.At;
            if (positions.Length > 0)
            {
                reader.Skip(list.Frequency.Total);
            }

            if (_numbers[list.Section] is >= 0 and var number)
            {
                target.Add(number, list.Frequency, positions[from..reader.At]);
            }
        }
    }

    private byte[]? Kept((BlockKind, int) key)
    {
        foreach (var (known, block) in _blocks)
        {
            if (known == key)
            {
                return block;
            }
        }

        return null;
    }
}
