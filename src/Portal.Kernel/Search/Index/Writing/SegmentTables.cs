using System.Security.Cryptography;
using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>
/// Writes the three dictionaries of a segment with their lists. A word that has only one form in the segment has the same list as its stem: it is written
/// once.
/// </summary>
internal sealed class SegmentTables(BlockWriter blocks)
{
    // A reference is no shorter than these.
    private const int LeastShared = 6;

    private readonly ByteBuffer _list = new(4096);
    private readonly Dictionary<UInt128, int> _shared = [];

    public TermTableWriter Stems { get; } = new();

    public TermTableWriter Words { get; } = new();

    public TermTableWriter Names { get; } = new();

    /// <summary>Terms come in the order of their bytes, stems before words before names.</summary>
    public void Add(TermTableWriter table, ReadOnlySpan<byte> key, PostingEncoder list)
    {
        _list.Clear();
        list.WriteTo(_list);
        if (table == Words && Shared() is { } other)
        {
            table.AddShared(key, list.Count, other);
            return;
        }

        if (table == Stems && _list.Length >= LeastShared)
        {
            _shared.TryAdd(Hash(), table.Count);
        }

        table.Add(key, list.Count, _list.Length, table == Stems ? list.Positions.Length : null);
        blocks.Add(BlockKind.Postings, _list.Written);
        if (table == Stems)
        {
            blocks.Add(BlockKind.Positions, list.Positions);
        }
    }

    private int? Shared() => _list.Length >= LeastShared && _shared.TryGetValue(Hash(), out var other) ? other : null;

    private UInt128 Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_list.Written, hash);
        return BitConverter.ToUInt128(hash);
    }
}
