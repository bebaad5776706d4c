using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>What the index counts by. An id that was given out in a unit of work that came to nothing is given out again: nobody else has seen it.</summary>
internal sealed class IndexCounters
{
    public long Version { get; init; }
    public long NextItem { get; set; }
    public long NextSegment { get; set; }
}

/// <summary>A segment without its data.</summary>
internal sealed class SegmentRow
{
    public long Id { get; init; }
    public long FirstItem { get; init; }
    public long LastItem { get; init; }
    public long Items { get; init; }
    public long Sections { get; init; }
}

internal sealed record FinishedBlock(BlockKind Kind, int Number, byte[] Data);
