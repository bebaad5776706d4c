using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>What was typed for a suggestion, as it may have been meant: first as it stands, then without the words of grammar, then with words taken apart that were written as one.</summary>
internal sealed class TypedWords
{
    private const int MaxWords = 8;

    /// <summary>Letters of the parts of a word that is taken apart.</summary>
    private const int ShortestPart = 2;

    private readonly List<string> _words;

    private TypedWords(List<string> words) => _words = words;

    public static TypedWords Of(string text) => new([.. Folded(text).Take(MaxWords)]);

    /// <summary>Folded, in the order of the text.</summary>
    public static IEnumerable<string> Folded(string text) => TextAnalyzer.Default.Analyze(text).Where(token => token.Parts == 1).Select(token => token.Word.Folded);

    /// <summary>Those that tell something; all when none does. A title is known by them, whichever small words stand between.</summary>
    public List<string> Telling => TellingOf(_words);

    /// <summary>Each that is another than those before it.</summary>
    public IEnumerable<List<string>> Readings(Vocabulary names, CancellationToken cancellationToken)
    {
        if (_words.Count == 0)
        {
            yield break;
        }

        yield return _words;
        if (Telling.Count < _words.Count)
        {
            yield return Telling;
        }

        var apart = _words.SelectMany((word, place) => Apart(names, word, isLast: place == _words.Count - 1, cancellationToken)).Take(MaxWords).ToList();
        if (apart.Count > _words.Count)
        {
            yield return TellingOf(apart);
        }
    }

    private static List<string> TellingOf(List<string> words) => words.Where(word => !TextAnalyzer.Default.WordOf(word).IsStop).ToList() is { Count: > 0 } telling ? telling : words;

    /// <summary>A word that begins no word of a title as two that do: the first whole, and the second too unless it is still being typed. Of several ways the one whose rarer part is most frequent.</summary>
    private static IEnumerable<string> Apart(Vocabulary names, string word, bool isLast, CancellationToken cancellationToken)
    {
        if (names.StartingWith(word, 1, cancellationToken).Count > 0)
        {
            return [word];
        }

        var best = (Found: 0L, At: 0);
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
        {
            if (names.Found(word[..at]) is > 0 and var first && Second(names, word[at..], isLast, cancellationToken) is var second && Math.Min(first, second) > best.Found)
            {
                best = (Math.Min(first, second), at);
            }
        }

        return best.Found > 0 ? [word[..best.At], word[best.At..]] : [word];
    }

    private static long Second(Vocabulary names, string part, bool isLast, CancellationToken cancellationToken)
        => names.Found(part) is > 0 and var whole ? whole
            : isLast && names.StartingWith(part, 1, cancellationToken) is [var beginning] ? beginning.Found
            : 0;
}
