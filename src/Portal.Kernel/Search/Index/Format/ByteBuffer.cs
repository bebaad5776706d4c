using System.Runtime.CompilerServices;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>Bytes that are written one after the other. Numbers are 'varints': seven bits a byte, the low ones first, the high bit says that more follow.</summary>
internal sealed class ByteBuffer(int capacity = 16)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();

    public void Byte(int value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = (byte)value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(int value)
    {
        if ((uint)value < 0x80)
        {
            Byte(value);
        }
        else
        {
            Long((uint)value);
        }
    }

    public void Number(long value) => Long((ulong)value);

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void Long(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((int)(value & 0x7F) | 0x80);
            value >>= 7;
        }

        Byte((int)value);
    }

    private void Grow(int more) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
}
