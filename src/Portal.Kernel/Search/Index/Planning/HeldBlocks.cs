using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Planning;

/// <summary>The blocks that one search works on: fetched together before it decodes anything.</summary>
internal sealed class HeldBlocks(DbSession session, BlockCache cache)
{
    private readonly Dictionary<BlockKey, byte[]> _held = [];

    /// <summary>The lists of leaves in segments; of phrases their positions too, of single words only when asked.</summary>
    public Task FetchAsync(IEnumerable<LiveSegment> segments, IReadOnlyList<PlanLeaf> leaves, bool withPositions, CancellationToken cancellationToken)
        => cache.ReadAsync(session, segments.SelectMany(live => leaves.SelectMany(leaf => Keys(live.Segment, leaf, withPositions))).Distinct(), _held, cancellationToken);

    public ReadOnlySpan<byte> List(Segment segment, BlockKind kind, BlockPlace place)
        => _held[new BlockKey(segment.Id, kind, place.Number)].AsSpan(place.Offset, place.Length);

    private static IEnumerable<BlockKey> Keys(Segment segment, PlanLeaf leaf, bool withPositions)
    {
        foreach (var alternative in leaf.Alternatives)
        {
            if (TermPlaces.Find(segment, alternative) is { } entries)
            {
                foreach (var entry in entries)
                {
                    yield return new BlockKey(segment.Id, BlockKind.Postings, entry.Postings.Number);
                    if (alternative.Space == TermSpace.Stems && (withPositions || entries.Length > 1))
                    {
                        yield return new BlockKey(segment.Id, BlockKind.Positions, entry.Positions.Number);
                    }
                }
            }
        }
    }
}

internal static class TermPlaces
{
    /// <summary>Where the lists of an alternative's terms stand; null when the segment lacks one.</summary>
    public static TermEntry[]? Find(Segment segment, Alternative alternative)
    {
        var table = segment.Terms(alternative.Space);
        var entries = new TermEntry[alternative.Terms.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            if (table.Find(alternative.Terms[i]) is not { } entry)
            {
                return null;
            }

            entries[i] = entry;
        }

        return entries;
    }
}
