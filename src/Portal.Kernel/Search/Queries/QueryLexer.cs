namespace Portal.Kernel.Search.Queries;

internal enum LexemeKind
{
    Words,
    Phrase,
    And,
    Or,
    Not,
}

/// <summary>A run without gaps, or what stands in quotation marks. <paramref name="Sign"/> is what a plus or minus before it says.</summary>
internal sealed record Lexeme(LexemeKind Kind, int Start, int Length, Occur? Sign);

internal static class QueryLexer
{
    public static IEnumerable<Lexeme> Read(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (IsGap(text[at]))
            {
                at++;
                continue;
            }

            var sign = SignAt(text, at);
            at += sign is null ? 0 : 1;
            if (IsQuote(text[at]))
            {
                var start = ++at;
                while (at < text.Length && !IsQuote(text[at]))
                {
                    at++;
                }

                yield return new Lexeme(LexemeKind.Phrase, start, at - start, sign);
                at++;
            }
            else
            {
                var start = at;
                while (at < text.Length && !IsGap(text[at]) && !IsQuote(text[at]))
                {
                    at++;
                }

                var kind = sign is null ? KindOf(text.AsSpan(start, at - start)) : LexemeKind.Words;
                yield return new Lexeme(kind, start, at - start, sign);
            }
        }
    }

    /// <summary>A sign counts directly before a word or phrase, and not within a word.</summary>
    private static Occur? SignAt(string text, int at)
        => at + 1 >= text.Length || !(IsQuote(text[at + 1]) || char.IsLetterOrDigit(text, at + 1)) ? null
            : text[at] switch
            {
                '+' => Occur.Required,
                '-' or '!' => Occur.Excluded,
                _ => null,
            };

    private static LexemeKind KindOf(ReadOnlySpan<char> run) => run switch
    {
        "AND" or "&&" => LexemeKind.And,
        "OR" or "|" or "||" => LexemeKind.Or,
        "NOT" => LexemeKind.Not,
        _ => LexemeKind.Words,
    };

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '(' or ')';

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';
}
