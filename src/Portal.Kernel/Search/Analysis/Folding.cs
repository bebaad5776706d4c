using System.Globalization;
using System.Text;
using Portal.Kernel.Data;

namespace Portal.Kernel.Search.Analysis;

/// <summary>Takes from a word what a person who types it may leave out: case, accents, ligatures, width, apostrophes.</summary>
public static class Folding
{
    /// <summary>Longer words are cut here, in texts and queries alike.</summary>
    public const int MaxLength = 64;

    /// <summary>Letters and digits only; empty when the word has none.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        word = WithoutPossessive(word);
        Span<char> folded = stackalloc char[MaxLength];
        var length = 0;
        foreach (var c in word)
        {
            if (!char.IsAscii(c))
            {
                return FoldUnicode(word);
            }

            if (char.IsAsciiLetterOrDigit(c) && length < MaxLength)
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(folded[..length]);
    }

    /// <summary>Lower case with its accents, for a stemmer; otherwise as <see cref="Fold"/>.</summary>
    internal static string Lower(ReadOnlySpan<char> word)
    {
        var lower = new StringBuilder();
        foreach (var rune in AnyText.Normalized(WithoutPossessive(word), NormalizationForm.FormKC).EnumerateRunes())
        {
            if (lower.Length >= MaxLength)
            {
                break;
            }

            if (rune.Value is not 0x02BC && Counts(rune))
            {
                lower.Append(rune.Value switch { 'İ' => "i", 'œ' or 'Œ' => "oe", _ => Rune.ToLowerInvariant(rune).ToString() });
            }
        }

        return lower.ToString();
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07';

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word)
        => word.Length > 2 && word[^1] is 's' or 'S' && IsApostrophe(word[^2]) ? word[..^2] : word;

    private static string FoldUnicode(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder();
        foreach (var rune in AnyText.Normalized(word, NormalizationForm.FormKD).EnumerateRunes())
        {
            if (folded.Length >= MaxLength)
            {
                break;
            }

            // The final sigma is a matter of spelling.
            var lower = rune.Value == 'ς' ? new Rune('σ') : Rune.ToLowerInvariant(rune);
            if (Unmarked(lower.Value) is { } letters)
            {
                folded.Append(letters);
            }
            else if (Counts(lower))
            {
                folded.Append(lower.ToString());
            }
        }

        // Composed again: what is left decomposed is whole letters of other scripts (Hangul, kana).
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool Counts(Rune rune)
        => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber || IsVowelSign(rune);

    /// <summary>Marks that are no ornament: the vowels of Indian and South-East Asian scripts, voiced kana.</summary>
    private static bool IsVowelSign(Rune rune)
        => rune.Value is (>= 0x0900 and <= 0x1AAF) or 0x3099 or 0x309A or (>= 0xA800 and <= 0xABFF)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Letters that Unicode does not decompose, as people without their key type them. U+02BC is an apostrophe that counts as a letter.</summary>
    private static string? Unmarked(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' => "i",
        0x02BC => "",
        _ => null,
    };
}
