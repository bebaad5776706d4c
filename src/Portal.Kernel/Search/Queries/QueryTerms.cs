using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>From a stretch of text to the index terms that find it.</summary>
internal static class QueryTerms
{
    public static IEnumerable<QueryTerm> Of(string query, Lexeme lexeme)
    {
        var text = query.Substring(lexeme.Start, lexeme.Length);
        var words = Words(text);
        return lexeme.Kind == LexemeKind.Phrase && words.Count > 1
            ? [Phrase(text, lexeme.Start, words)]
            : words.Select(word => word with { Start = lexeme.Start + word.Start });
    }

    /// <summary>The ways in which words that follow one another may stand in a text.</summary>
    public static IReadOnlyList<string> Sequences(IReadOnlyList<QueryTerm> words)
        => [.. Enumerable.Range(0, words[0].Ways.Count).Select(way => string.Join(' ', words.Select(word => word.Ways[way]))).Distinct(StringComparer.Ordinal)];

    /// <summary>The words of a text, a compound as one.</summary>
    public static IReadOnlyList<QueryTerm> Words(string text)
    {
        var words = new List<QueryTerm>();
        var tokens = TextAnalyzer.Default.Analyze(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var parts = token.Parts == 1 ? [token] : tokens.Skip(i + 1).Take(token.Parts).ToList();
            i += token.Parts == 1 ? 0 : token.Parts;
            words.Add(new QueryTerm
            {
                Text = text.Substring(token.Start, token.Length),
                Start = token.Start,
                IsStop = token.Word.IsStop,
                Ways = [.. Ways(text, parts), .. Ways(text, [token])],
            });
        }

        return words;
    }

    private static QueryTerm Phrase(string text, int start, IReadOnlyList<QueryTerm> words)
        => new() { Text = text.Trim(), Start = start, IsPhrase = true, Ways = Sequences(words) };

    private static IEnumerable<string> Ways(string text, IReadOnlyList<Token> tokens)
        => TextAnalyzer.All.Select(analyzer => string.Join(' ', tokens.Select(token => analyzer.WordOf(text.AsSpan(token.Start, token.Length)).Term)));
}
