using System.Globalization;
using System.Text;

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

    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07';

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word)
        => word.Length > 2 && word[^1] is 's' or 'S' && IsApostrophe(word[^2]) ? word[..^2] : word;

    private static string FoldUnicode(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder();
        foreach (var rune in WellFormed(word).Normalize(NormalizationForm.FormKD).EnumerateRunes())
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
            else if (Rune.IsLetterOrDigit(lower) || Rune.GetUnicodeCategory(lower) == UnicodeCategory.LetterNumber)
            {
                folded.Append(lower.ToString());
            }
        }

        // Composed again: what is left decomposed is whole letters of other scripts (Hangul).
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Normalisation refuses half a surrogate pair.</summary>
    private static string WellFormed(ReadOnlySpan<char> word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            text.Append(rune.ToString());
        }

        return text.ToString();
    }

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
