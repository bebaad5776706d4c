using System.Buffers;
using System.Collections.Frozen;

namespace Portal.Kernel.Content.Markdown;

/// <summary>The wordings that are to be explained where they first stand in a text. Immutable; shared by all renderings.</summary>
public sealed class TermIndex
{
    public static readonly TermIndex None = new([]);

    private static readonly SearchValues<char> Joints = SearchValues.Create(" -/&\u00A0\u2010\u2011");

    private readonly FrozenDictionary<string, Wording[]> _byFirstWord;

    public TermIndex(IEnumerable<TermWording> wordings)
        => _byFirstWord = wordings
            .Select(wording => new Wording(wording, [.. Words(wording.Text).Select(word => wording.Text[word])]))
            .Where(wording => wording.Words.Length > 0)
            .GroupBy(wording => wording.Words[0].ToLowerInvariant())
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(wording => wording.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>The first wordings in <paramref name="text"/> of terms that are not in <paramref name="explained"/>, in order, none overlapping; adds them to it.</summary>
    internal IEnumerable<TermMatch> Find(string text, ISet<string> explained)
    {
        if (_byFirstWord.Count == 0)
        {
            yield break;
        }

        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var word = text[words[i]].ToLowerInvariant();
            var singular = Singular(word);
            var found = Longest(singular, text, words, i, explained);

            // 'Rights holder' begins with the word itself, however many terms begin with its singular.
            if (singular.Length != word.Length && Longest(word, text, words, i, explained) is { } exact && exact.Words.Length >= (found?.Words.Length ?? 0))
            {
                found = exact;
            }

            if (found is not null)
            {
                explained.Add(found.Given.Slug);
                var last = words[i + found.Words.Length - 1];
                yield return new TermMatch(found.Given.Slug, words[i].Start.Value, last.End.Value);
                i += found.Words.Length - 1;
            }
        }
    }

    private Wording? Longest(string firstWord, string text, List<Range> words, int first, ISet<string> explained)
        => _byFirstWord.TryGetValue(firstWord, out var candidates)
            ? Array.Find(candidates, candidate => !explained.Contains(candidate.Given.Slug) && Matches(candidate, text, words, first))
            : null;

    private static bool Matches(Wording candidate, string text, List<Range> words, int first)
    {
        if (first + candidate.Words.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < candidate.Words.Length; i++)
        {
            var word = text.AsSpan()[words[first + i]];
            var comparison = candidate.Given.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            var isLast = i == candidate.Words.Length - 1;
            if (!word.Equals(candidate.Words[i], comparison) && !(isLast && word.EndsWith("s", StringComparison.Ordinal) && word[..^1].Equals(candidate.Words[i], comparison)))
            {
                return false;
            }

            if (i > 0 && !IsJoined(text.AsSpan()[words[first + i - 1].End.Value..words[first + i].Start.Value]))
            {
                return false;
            }
        }

        return true;
    }

    // Between the words of one wording stands a blank, a hyphen, a slash or an ampersand, never the end of a sentence.
    private static bool IsJoined(ReadOnlySpan<char> between) => between.Length <= 3 && between.IndexOfAnyExcept(Joints) < 0;

    private static string Singular(string lower) => lower.Length > 3 && lower[^1] == 's' ? lower[..^1] : lower;

    private static List<Range> Words(string text)
    {
        var words = new List<Range>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(start..i);
            }
            else
            {
                i++;
            }
        }

        return words;
    }

    private sealed record Wording(TermWording Given, string[] Words);
}

/// <summary>One wording of a term; abbreviations are matched with their case, so that 'RAN' is not found in 'ran'.</summary>
public sealed record TermWording(string Slug, string Text, bool CaseSensitive);

internal readonly record struct TermMatch(string Slug, int Start, int End);
