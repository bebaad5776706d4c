using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Kernel.Search.Analysis;

/// <summary>Where words begin and end.</summary>
internal static class WordBreaks
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The length of the word that begins the text, or 0 when none does. The paragraph sign is a word, for '§ 15' is looked for.</summary>
    public static int WordAt(ReadOnlySpan<char> text)
    {
        // Nearly all of an English text is read by this line.
        var length = text.IndexOfAnyExcept(Plain);
        if (length < 0)
        {
            return text.Length;
        }

        if (length == 0 && !Begins(text, out length))
        {
            return text is ['§', ..] ? 1 : 0;
        }

        while (length < text.Length)
        {
            if (Continues(text[length..], out var more)
                || (Folding.IsApostrophe(text[length]) && length + 1 < text.Length && Begins(text[(length + 1)..], out more) && more++ > 0))
            {
                length += more;
            }
            else
            {
                break;
            }
        }

        return length;
    }

    /// <summary>What makes one word of two when nothing else stands between: 'multi-agency', 'P/CVE', 'H&amp;SC'.</summary>
    public static bool IsJoiner(char c) => c is '-' or '/' or '&' or '\u2010' or '\u2011';

    private static bool Begins(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        var c = text[0];
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c);
        }

        return Category(text, out length) is <= UnicodeCategory.OtherLetter or >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber;
    }

    private static bool Continues(ReadOnlySpan<char> text, out int length)
        => Begins(text, out length)
            || (!char.IsAscii(text[0]) && (Category(text, out length) is >= UnicodeCategory.NonSpacingMark and <= UnicodeCategory.EnclosingMark || IsInvisible(text[0])));

    /// <summary>The soft hyphen and the joiners of scripts that write without gaps.</summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200C' or '\u200D';

    private static UnicodeCategory Category(ReadOnlySpan<char> text, out int length)
        => Rune.DecodeFromUtf16(text, out var rune, out length) == OperationStatus.Done ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
}
