using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Kernel.Content;

/// <summary>Makes and checks ids of content items and versions: 26 characters of lower-case base32 (Crockford's alphabet), 128 bits, as Orchard Core makes them.</summary>
public static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    public const int Length = 26;

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        return Written(bytes);
    }

    /// <summary>The id that belongs to a text: always the same.</summary>
    public static string Of(string text) => Written(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether the text could be an id: 26 characters of the alphabet.</summary>
    public static bool IsId(string? text) => text is { Length: Length } && text.AsSpan().IndexOfAnyExcept(Characters) < 0;

    private static string Written(ReadOnlySpan<byte> bytes)
    {
        var value = new UInt128(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        return string.Create(Length, value, static (characters, number) =>
        {
            for (var i = characters.Length - 1; i >= 0; i--)
            {
                characters[i] = Alphabet[(int)(number & 31)];
                number >>= 5;
            }
        });
    }

}
