using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>From a stretch of text to the index terms that find it.</summary>
internal sealed class QueryTerms(IReadOnlyList<TextAnalyzer> analyzers)
{
    private const int MaxSlop = 100;

    /// <summary>The words of a run, with what its signs make of them.</summary>
    public IEnumerable<QueryTerm> OfRun(string run, int start)
    {
        var read = WordRun.Of(run);
        if (read.HasWildcard && WordRun.Pattern(run.AsSpan(0, read.Length)) is { Pattern.Length: > 0 } wild)
        {
            return [new QueryTerm { Text = run[..read.Length], Start = start, Kind = wild.Kind, Pattern = wild.Pattern, Boost = read.Suffix.Boost, Ways = [] }];
        }

        var words = Words(run[..read.Length], elides: true).Select(word => word with { Start = start + word.Start, Boost = read.Suffix.Boost });
        return read.Suffix.IsNear ? words.Select(word => Fuzzy(word, read.Suffix.Near)) : words;
    }

    /// <summary>What stands in quotation marks: a phrase, when it is more than a word.</summary>
    public IEnumerable<QueryTerm> OfPhrase(string text, int start, Suffix suffix)
    {
        var words = Words(text);
        return words.Count > 1
            ? [new QueryTerm
            {
                Text = text.Trim(),
                Start = start + (text.Length - text.TrimStart().Length),
                IsPhrase = true,
                Slop = (int)Math.Min(suffix.Near ?? 0, MaxSlop),
                Boost = suffix.Boost,
                Ways = Sequences(words),
            }]
            : words.Select(word => word with { Start = start + word.Start, Boost = suffix.Boost });
    }

    /// <summary>The ways in which words that follow one another may stand in a text.</summary>
    public static IReadOnlyList<string> Sequences(IReadOnlyList<QueryTerm> words)
        => [.. Enumerable.Range(0, words[0].Ways.Count).Select(way => string.Join(' ', words.Select(word => word.Ways[way]))).Distinct(StringComparer.Ordinal)];

    /// <summary>The words of a text, a compound as one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="elides">Whether a word is looked for without the small word that it swallowed ('l’école'); in a phrase that has its place.</param>
    public IReadOnlyList<QueryTerm> Words(string text, bool elides = false)
    {
        var words = new List<QueryTerm>();
        var tokens = analyzers[0].Analyze(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var parts = token.Parts == 1 ? [token] : tokens.Skip(i + 1).Take(token.Parts).ToList();
            i += token.Parts == 1 ? 0 : token.Parts;
            var word = text.Substring(token.Start, token.Length);
            parts = elides && IsElided(text, parts) ? parts[1..] : parts;
            words.Add(new QueryTerm
            {
                Text = word,
                Start = token.Start,
                IsStop = token.Word.IsStop || analyzers.Any(analyzer => analyzer.WordOf(word).IsStop),
                Ways = [.. Ways(text, parts), .. Ways(text, [token])],
            });
        }

        return words;
    }

    /// <summary>As many wrong letters as the number says and the word's length allows.</summary>
    private static QueryTerm Fuzzy(QueryTerm word, double? most)
    {
        var pattern = Folding.Fold(word.Text);
        var allowed = Math.Max(1, Spelling.Tolerance(pattern.Length));
        // Below 1 it is the likeness that Lucene once asked for.
        var edits = most is null or (> 0 and < 1) ? allowed : (int)Math.Min(most.Value, allowed);
        return edits == 0 || pattern.Length < 2 ? word : word with { Kind = TermKind.Fuzzy, Pattern = pattern, Edits = edits };
    }

    private bool IsElided(string text, List<Token> parts)
        => parts.Count > 1 && Folding.IsApostrophe(text[parts[0].End]) && analyzers.Any(analyzer => analyzer.WordOf(text.AsSpan(parts[0].Start, parts[0].Length)).IsStop);

    private IEnumerable<string> Ways(string text, IReadOnlyList<Token> tokens)
        => analyzers.Select(analyzer => string.Join(' ', tokens.Select(token => analyzer.WordOf(text.AsSpan(token.Start, token.Length)).Term)));
}
