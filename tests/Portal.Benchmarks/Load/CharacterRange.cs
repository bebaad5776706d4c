using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks.Load;

/// <summary>A range of a font's <c>unicode-range</c>: U+26, U+0-7F or U+4??.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CharacterRange(int First, int Last)
{
    public static CharacterRange Parse(string text)
    {
        var ends = text.Trim()[2..].Split('-');
        return new CharacterRange(Hex(ends[0].Replace('?', '0')), Hex(ends[^1].Replace('?', 'F')));
    }

    public bool Has(int character) => character >= First && character <= Last;

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
