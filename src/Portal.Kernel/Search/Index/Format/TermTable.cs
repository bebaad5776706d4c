using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>What a dictionary says of a term: in how many sections it is, and where its lists stand.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermEntry(int Count, BlockPlace Postings, BlockPlace Positions);

/// <summary>The terms of one kind in a segment, in the order of their bytes (UTF-8). Immutable.</summary>
internal sealed class TermTable
{
    private readonly byte[] _keys;
    private readonly int[] _starts;
    private readonly TermEntry[] _entries;

    private TermTable(byte[] keys, int[] starts, TermEntry[] entries)
    {
        _keys = keys;
        _starts = starts;
        _entries = entries;
    }

    public int Count => _entries.Length;

    public int Bytes => _keys.Length + (_entries.Length * 36);

    /// <param name="reader">Stands at the table's beginning, and after it at its end.</param>
    /// <param name="postings">Where the lists of the tables before this one ended.</param>
    /// <param name="positions">The like; null for a table without positions.</param>
    /// <param name="shared">The table that lists of this one may be borrowed from.</param>
    public static TermTable Read(ref ByteReader reader, ref BlockCursor postings, ref BlockCursor positions, bool withPositions, TermTable? shared)
    {
        var entries = new TermEntry[reader.Number()];
        var starts = new int[entries.Length + 1];
        var keys = new byte[reader.Number()];
        var end = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var same = reader.Number();
            var rest = reader.Bytes(reader.Number());
            keys.AsSpan(starts[Math.Max(0, i - 1)], same).CopyTo(keys.AsSpan(end));
            rest.CopyTo(keys.AsSpan(end + same));
            end += same + rest.Length;
            starts[i + 1] = end;
            var count = reader.Number();
            var length = reader.Number();
            entries[i] = length > 0 ? new TermEntry(count, postings.Next(length), withPositions ? positions.Next(reader.Number()) : default)
                : shared!._entries[reader.Number()] with { Count = count };
        }

        return new TermTable(keys, starts, entries);
    }

    public ReadOnlySpan<byte> Key(int term) => _keys.AsSpan(_starts[term].._starts[term + 1]);

    public ReadOnlyMemory<byte> KeyMemory(int term) => _keys.AsMemory(_starts[term].._starts[term + 1]);

    public string Text(int term) => Encoding.UTF8.GetString(Key(term));

    public TermEntry Entry(int term) => _entries[term];

    public TermEntry? Find(ReadOnlySpan<byte> key) => Place(key) is var at && at < Count && Key(at).SequenceEqual(key) ? _entries[at] : null;

    /// <summary>The first term that is not before the key.</summary>
    public int Place(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Key(middle).SequenceCompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
