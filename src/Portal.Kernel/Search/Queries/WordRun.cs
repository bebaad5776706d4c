using System.Globalization;
using System.Runtime.InteropServices;
using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>
/// A run of a query that is a word with signs of its own: <c>prefix*</c>, <c>wild?ard</c>, <c>fuzzy~</c>, <c>boost^2</c>. A run that holds anything else (an address, a
/// path, code) has none: its signs are punctuation.
/// </summary>
/// <param name="Length">Of the word, wildcards included.</param>
/// <param name="HasWildcard">Whether an asterisk or a question mark within the word stands for letters.</param>
/// <param name="BeginsWithAsterisk">Which would mean every word of the index.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordRun(int Length, bool HasWildcard, bool BeginsWithAsterisk, Suffix Suffix)
{
    public static WordRun Of(string run)
    {
        var length = 0;
        var wildcard = false;
        while (length < run.Length && (IsOfWord(run, length) || run[length] == '*' || IsOneLetter(run, length)))
        {
            wildcard |= run[length] is '*' or '?';
            length++;
        }

        var suffix = Suffix.At(run, length);
        var rest = run.AsSpan(length + suffix.Length).TrimEnd(".,;:!?");
        if (rest.Length > 0 || run.AsSpan(0, length).IndexOfAnyExcept('*') < 0)
        {
            return new WordRun(run.Length, HasWildcard: false, BeginsWithAsterisk: false, Suffix.None);
        }

        var first = run[0] == '*';
        return new WordRun(length, wildcard && !first, first, suffix);
    }

    /// <summary>The word as it is compared with the index's, and how; empty when it has no letter to begin with.</summary>
    public static (TermKind Kind, string Pattern) Pattern(ReadOnlySpan<char> word)
    {
        Span<char> pattern = stackalloc char[Folding.MaxLength * 2];
        var length = 0;
        while (word.Length > 0)
        {
            var next = word.IndexOfAny('*', '?');
            var folded = Folding.Fold(next < 0 ? word : word[..next]);
            if (length + folded.Length + 1 > Folding.MaxLength)
            {
                break;
            }

            folded.CopyTo(pattern[length..]);
            length += folded.Length;
            if (next >= 0 && !(word[next] == '*' && length > 0 && pattern[length - 1] == '*'))
            {
                pattern[length++] = word[next];
            }

            word = next < 0 ? [] : word[(next + 1)..];
        }

        var made = pattern[..length];
        return length == 0 || made[0] is '*' or '?' ? (TermKind.Words, "")
            : made.IndexOfAny('*', '?') == length - 1 && made[^1] == '*' ? (TermKind.Prefix, made[..^1].ToString())
            : (TermKind.Wildcard, made.ToString());
    }

    // At the end of a word it asks a question.
    private static bool IsOneLetter(string run, int at)
        => run[at] == '?' && at > 0 && at + 1 < run.Length && (IsOfWord(run, at + 1) || run[at + 1] == '*');

    private static bool IsOfWord(string run, int at)
        => char.IsLetterOrDigit(run[at]) || WordBreaks.IsJoiner(run[at]) || Folding.IsApostrophe(run[at]) || char.IsSurrogate(run[at])
            || char.GetUnicodeCategory(run[at]) is >= UnicodeCategory.NonSpacingMark and <= UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
