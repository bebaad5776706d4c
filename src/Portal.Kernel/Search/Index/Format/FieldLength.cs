using System.Numerics;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>A field's length in words as one byte: exact up to 15, then eight steps to each doubling.</summary>
internal static class FieldLength
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(code => code < 16 ? code : (int)Math.Min(int.MaxValue, (8L + (code % 8)) << ((code / 8) - 1)))];

    public static byte Encode(int length)
    {
        if (length < 16)
        {
            return (byte)length;
        }

        var shift = BitOperations.Log2((uint)length) - 3;
        return (byte)(((shift + 1) * 8) + ((length >> shift) & 7));
    }

    /// <summary>The least length with this code.</summary>
    public static int Decode(byte code) => Lengths[code];
}
