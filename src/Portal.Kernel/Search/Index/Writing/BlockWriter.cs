using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>Lays posting lists into blocks, those of each kind in the order in which they come.</summary>
internal sealed class BlockWriter
{
    private readonly Lane[] _lanes = [new Lane(BlockKind.Postings), new Lane(BlockKind.Positions)];

    /// <summary>Blocks that are full and have not been taken yet.</summary>
    public List<FinishedBlock> Finished { get; } = [];

    public void Add(BlockKind kind, ReadOnlySpan<byte> list)
    {
        var lane = _lanes[(int)kind];
        var place = lane.Cursor.Next(list.Length);
        if (place.Number != lane.Number)
        {
            Finish(lane);
            lane.Number = place.Number;
        }

        lane.Bytes.Bytes(list);
    }

    public void End() => Array.ForEach(_lanes, Finish);

    private void Finish(Lane lane)
    {
        if (lane.Bytes.Length > 0)
        {
            Finished.Add(new FinishedBlock(lane.Kind, lane.Number, lane.Bytes.ToArray()));
            lane.Bytes.Clear();
        }
    }

    private sealed class Lane(BlockKind kind)
    {
        public readonly BlockKind Kind = kind;
        public readonly ByteBuffer Bytes = new(BlockCursor.Target + 1024);
        public BlockCursor Cursor;
        public int Number;
    }
}
