using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Kernel.Search.Analysis;

/// <summary>
/// Where words begin and end, by Unicode's rules (UAX 29) with two differences: what they keep together by a mark in the middle ('P.O', 'l’école', '1,000') is
/// found in its parts as well, and so is what people write with a hyphen; and a colon parts words, as in 'title:exit'.
/// </summary>
internal static class WordBreaks
{
    private const string Compounding = "-/&_\u2010\u2011\u203F";
    private const string BetweenLetters = ".\u00B7\u2024\u2027\uFE52\uFF0E";
    private const string BetweenDigits = ",.\u066C\uFE50\uFF0C";
    private const string InHebrew = "\"\u05F3\u05F4";

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>
    /// The length of the word that begins the text, or 0 when none does. The paragraph sign is a word, for '§ 15' is looked for. Letters of scripts that are
    /// written without gaps come as a run of their own.
    /// </summary>
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

        var unspaced = UnspacedScripts.Has(text);
        while (length < text.Length && Continues(text, length, unspaced, out var more))
        {
            length += more;
        }

        return length;
    }

    /// <summary>Whether the mark after a word makes one of it and the word that follows without a gap: 'multi-agency', 'P/CVE', 'H&amp;SC', 'e.g', '1,000'.</summary>
    public static bool Joins(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == ' ' || at + 1 >= text.Length || text[at + 1] == ' ')
        {
            return false;
        }

        if (IsJoiner(c))
        {
            return true;
        }

        return char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])
            ? (BetweenDigits.Contains(c) || Folding.IsApostrophe(c)) && IsGroupOfThree(text[(at + 1)..])
            : (BetweenLetters.Contains(c) || Folding.IsApostrophe(c)) && !char.IsDigit(text[at - 1]) && !char.IsDigit(text[at + 1]);
    }

    /// <summary>What makes one word of two wherever nothing else stands between.</summary>
    public static bool IsJoiner(char c) => Compounding.Contains(c);

    /// <summary>The length of a letter with the marks on it.</summary>
    public static int LetterAt(ReadOnlySpan<char> text)
    {
        Category(text, out var length);
        while (length < text.Length && IsMark(Category(text[length..], out var more)))
        {
            length += more;
        }

        return length;
    }

    /// <summary>Thousands are parted by it, a decimal fraction is not: 1,000 is the word 1000, 3.5 is not 35.</summary>
    private static bool IsGroupOfThree(ReadOnlySpan<char> text)
        => text.Length >= 3 && char.IsDigit(text[1]) && char.IsDigit(text[2]) && (text.Length == 3 || !char.IsDigit(text[3]));

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

    private static bool Continues(ReadOnlySpan<char> text, int at, bool unspaced, out int length)
    {
        var rest = text[at..];
        if (Begins(rest, out length))
        {
            return UnspacedScripts.Has(rest) == unspaced;
        }

        var c = text[at];
        if (Folding.IsApostrophe(c) && IsContraction(rest[1..]))
        {
            return true;
        }

        return char.IsAscii(c)
            ? c == '"' && IsInHebrew(text, at)
            : IsMark(Category(rest, out length)) || IsInHebrew(text, at);
    }

    /// <summary>Whether this, after an apostrophe, belongs to the word before in English: "client's", "don't". Other parts are words: "O'Brien", "l'école".</summary>
    private static bool IsContraction(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 3 && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        Span<char> after = stackalloc char[3];
        return text[..end].ToLowerInvariant(after) is var length and > 0 && after[..length] is "s" or "t" or "d" or "m" or "re" or "ve" or "ll";
    }

    private static bool IsInHebrew(ReadOnlySpan<char> text, int at)
        => InHebrew.Contains(text[at]) && at + 1 < text.Length && text[at - 1] is >= '\u05D0' and <= '\u05EA' && text[at + 1] is >= '\u05D0' and <= '\u05EA';

    /// <summary>Marks on letters; and what is not seen but for its effect (the soft hyphen, joiners, directions), except the space of no width.</summary>
    private static bool IsMark(UnicodeCategory category)
        => category is (>= UnicodeCategory.NonSpacingMark and <= UnicodeCategory.EnclosingMark) or UnicodeCategory.Format;

    private static UnicodeCategory Category(ReadOnlySpan<char> text, out int length)
        => Rune.DecodeFromUtf16(text, out var rune, out length) == OperationStatus.Done && rune.Value != 0x200B ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
}
