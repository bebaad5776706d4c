using System.Text;

namespace Portal.Kernel.Search.Analysis;

/// <summary>
/// Scripts that are written without gaps between words: Chinese and Japanese, Thai, Lao, Khmer, Burmese. Without a dictionary two letters are the best word
/// there is; katakana and Hangul are words by their own gaps.
/// </summary>
internal static class UnspacedScripts
{
    /// <summary>Whether the text begins with such a letter.</summary>
    public static bool Has(ReadOnlySpan<char> text)
    {
        if (text[0] < '\u0E00')
        {
            return false;
        }

        Rune.DecodeFromUtf16(text, out var rune, out _);
        return rune.Value is (>= 0x0E01 and <= 0x0E4E) or (>= 0x0E81 and <= 0x0ECE) or (>= 0x1000 and <= 0x103F) or (>= 0x1780 and <= 0x17D3)
            or 0x3005 or (>= 0x3041 and <= 0x309F) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
    }
}
