using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Portal.Kernel.Search.Analysis;

/// <summary>From text to tokens, the same for every database, for what is indexed, what is asked and what is marked. Safe for any number of threads.</summary>
public sealed class TextAnalyzer
{
    /// <summary>The site's own language, whose stop words count in queries.</summary>
    public static readonly TextAnalyzer Default = new(Language.English);

    /// <summary>Every way in which a text may have been analysed, the plain one last.</summary>
    public static readonly IReadOnlyList<TextAnalyzer> All = [Default, .. Language.All.Where(language => language != Language.English).Select(language => new TextAnalyzer(language))];

    private const int CachedWords = 100_000;
    private const int MaxCachedLength = 40;
    private const int MaxParts = 4;

    private static readonly TextAnalyzer Plain = All[^1];
    private static readonly FrozenDictionary<string, TextAnalyzer>.AlternateLookup<ReadOnlySpan<char>> ByCode = All
        .SelectMany(analyzer => analyzer._language.Codes.Select(code => KeyValuePair.Create(code, analyzer)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<TextAnalyzer, IReadOnlyList<TextAnalyzer>> Queries = All.ToFrozenDictionary(own => own, WithOthers);

    private readonly Language _language;
    private readonly bool _respells;
    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _cached;

    private TextAnalyzer(Language language, bool respells = false)
    {
        _language = language;
        _respells = respells;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The primary subtag of its language; empty for the plain one.</summary>
    public string Code => _language.Codes[0];

    /// <summary>The analyzer of a BCP 47 tag; a language that has none of its own is neither stemmed nor refused.</summary>
    public static TextAnalyzer For(string language)
    {
        var primary = language.AsSpan();
        var hyphen = primary.IndexOf('-');
        primary = hyphen < 0 ? primary : primary[..hyphen];
        return ByCode.TryGetValue(primary, out var analyzer) ? analyzer : Plain;
    }

    /// <summary>
    /// The ways in which a reader's words are looked for: as words of the reader's language, as that language with the accents that were left out or with those
    /// left out that were typed, as English, and as they are. The first is the language's own; none is there twice.
    /// </summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlyList<TextAnalyzer> ForQuery(string language) => Queries[For(language)];

    public IReadOnlyList<Token> Analyze(ReadOnlySpan<char> text) => Analyze(text, null);

    /// <param name="text">To be taken to tokens.</param>
    /// <param name="only">Which words are wanted; the others are counted and passed over, which is much quicker. Null for all.</param>
    internal IReadOnlyList<Token> Analyze(ReadOnlySpan<char> text, FirstLetters? only)
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
            AddRun(tokens, text, at, length, only, ref position);
            at += length;
            while (at < text.Length && WordBreaks.Joins(text, at) && (length = WordBreaks.WordAt(text[(at + 1)..])) > 0)
            {
                AddRun(tokens, text, at + 1, length, only, ref position);
                at += 1 + length;
            }

            var parts = position - firstPosition;
            if (parts is > 1 and <= MaxParts && only?.Has(text[start]) != false)
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

    private static IReadOnlyList<TextAnalyzer> WithOthers(TextAnalyzer own)
        => [.. new[] { own, own._language.Spelling is null ? own : new TextAnalyzer(own._language, respells: true), Default, Plain }.Distinct()];

    /// <summary>A word; or, of a run in a script without gaps, every two letters that stand together.</summary>
    private void AddRun(List<Token> tokens, ReadOnlySpan<char> text, int start, int length, FirstLetters? only, ref int position)
    {
        if (only?.Has(text[start]) == false)
        {
            position++;
            return;
        }

        if (!UnspacedScripts.Has(text[start..]))
        {
            Add(tokens, text, start, length, ref position);
            return;
        }

        var end = start + length;
        var first = WordBreaks.LetterAt(text[start..end]);
        do
        {
            var second = start + first < end ? WordBreaks.LetterAt(text[(start + first)..end]) : 0;
            Add(tokens, text, start, first + second, ref position);
            start += first;
            first = second;
        }
        while (start + first < end);
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

        // Stemmers know their language's accents, so folding comes after.
        var folded = Folding.Fold(word);
        if (word.Length > 2 && WordBreaks.IsJoiner(word[^2]))
        {
            // The last letter of 'Type-D' is a name, not an ending.
            return new Word(folded, folded, IsStop: false);
        }

        var lower = Ascii.IsValid(word) ? folded : Folding.Lower(word);
        lower = _respells ? _language.Spelling!.Other(lower) : lower;
        return new Word(folded, Folding.Fold(_language.Stem(lower)), _language.StopWords.Contains(folded));
    }
}
