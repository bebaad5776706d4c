using System.Runtime.CompilerServices;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>Reads what a <see cref="ByteBuffer"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Number()
    {
        int first = _bytes[At++];
        return first < 0x80 ? first : (int)More(first);
    }

    public long Long()
    {
        int first = _bytes[At++];
        return first < 0x80 ? first : (long)More(first);
    }

    public byte Byte() => _bytes[At++];

    public ReadOnlySpan<byte> Bytes(int length)
    {
        At += length;
        return _bytes.Slice(At - length, length);
    }

    /// <summary>Passes over numbers.</summary>
    public void Skip(int numbers)
    {
        while (numbers > 0)
        {
            numbers -= _bytes[At++] < 0x80 ? 1 : 0;
        }
    }

    private ulong More(int first)
    {
        var value = (ulong)(first & 0x7F);
        for (var shift = 7; ; shift += 7)
        {
            var next = _bytes[At++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
