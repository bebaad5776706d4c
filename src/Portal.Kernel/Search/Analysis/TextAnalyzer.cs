using System.Collections.Concurrent;

namespace Portal.Kernel.Search.Analysis;

/// <summary>From text to tokens, the same for every database, for what is indexed, what is asked and what is marked. Safe for any number of threads.</summary>
public sealed class TextAnalyzer
{
    /// <summary>The site's own language, whose stop words count in queries.</summary>
    public static readonly TextAnalyzer Default = new(Language.English);

    /// <summary>Every way in which a text may have been analysed: a query does not know the language of what it will find.</summary>
    public static readonly IReadOnlyList<TextAnalyzer> All = [Default, .. Language.All.Where(language => language != Language.English).Select(language => new TextAnalyzer(language))];

    private const int CachedWords = 100_000;
    private const int MaxCachedLength = 40;
    private const int MaxParts = 4;

    private readonly Language _language;
    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _cached;

    private TextAnalyzer(Language language)
    {
        _language = language;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The analyzer of a BCP 47 tag; a language that has none of its own is neither stemmed nor refused.</summary>
    public static TextAnalyzer For(string language)
    {
        var primary = language.AsSpan();
        var hyphen = primary.IndexOf('-');
        primary = hyphen < 0 ? primary : primary[..hyphen];
        foreach (var analyzer in All)
        {
            if (primary.Equals(analyzer._language.Code, StringComparison.OrdinalIgnoreCase))
            {
                return analyzer;
            }
        }

        return All[^1];
    }

    public IReadOnlyList<Token> Analyze(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>((text.Length / 6) + 1);
        var position = 0;
        var at = 0;
        while (at < text.Length)
        {
            var length = WordBreaks.WordAt(text[at..]);
            if (length == 0)
            {
                at++;
                continue;
            }

            var start = at;
            var first = tokens.Count;
            var firstPosition = position;
            Add(tokens, text, at, length, ref position);
            at += length;
            while (at + 1 < text.Length && WordBreaks.IsJoiner(text[at]) && (length = WordBreaks.WordAt(text[(at + 1)..])) > 0)
            {
                Add(tokens, text, at + 1, length, ref position);
                at += 1 + length;
            }

            var parts = position - firstPosition;
            if (parts is > 1 and <= MaxParts)
            {
                tokens.Insert(first, new Token(firstPosition, parts, start, at - start, WordOf(text[start..at])));
            }
        }

        return tokens;
    }

    /// <summary>A word by itself, for example a query's in another language than its own.</summary>
    public Word WordOf(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var made = Make(word);
        if (word.Length <= MaxCachedLength)
        {
            // Begun anew when full: which words are common shows again within a page or two.
            if (Interlocked.Increment(ref _cached) > CachedWords)
            {
                _words.Clear();
                _cached = 1;
            }

            _words[word.ToString()] = made;
        }

        return made;
    }

    private void Add(List<Token> tokens, ReadOnlySpan<char> text, int start, int length, ref int position)
    {
        var word = WordOf(text.Slice(start, length));
        if (word.Term.Length > 0)
        {
            tokens.Add(new Token(position++, 1, start, length, word));
        }
    }

    private Word Make(ReadOnlySpan<char> word)
    {
        if (word is "§")
        {
            return new Word("§", "§", IsStop: false);
        }

        var folded = Folding.Fold(word);
        return new Word(folded, _language.Stem(folded), _language.StopWords.Contains(folded));
    }
}
