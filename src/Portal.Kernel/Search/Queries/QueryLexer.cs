using System.Buffers;

namespace Portal.Kernel.Search.Queries;

/// <summary>Takes a query's text apart. Each character is looked at a bounded number of times, whatever stands there.</summary>
internal sealed class QueryLexer(string text, FacetNames facets, Brackets brackets)
{
    /// <summary>From the bracket to its fellow after <c>year:</c>.</summary>
    private const int MaxRange = 60;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u301D\u301E\uFF02");

    private static readonly SearchValues<char> InRange = SearchValues.Create("0123456789 *TOto");

    private readonly List<Lexeme> _lexemes = [];
    private int _at;

    public IReadOnlyList<Lexeme> Read()
    {
        while (_at < text.Length)
        {
            if (IsGap(_at))
            {
                _at++;
            }
            else if (text[_at] == ')')
            {
                Add(LexemeKind.Close, _at, 1, Suffix.At(text, _at + 1));
            }
            else
            {
                var sign = SignAt(_at);
                _at += sign is null ? 0 : 1;
                ReadOperand(sign);
            }
        }

        return _lexemes;
    }

    /// <summary>A backslash takes from the sign after it what it means.</summary>
    public static bool IsEscape(string text, int at)
        => text[at] == '\\' && at + 1 < text.Length && !char.IsLetterOrDigit(text[at + 1]) && !char.IsWhiteSpace(text[at + 1]);

    public static bool IsQuote(char c) => Quotes.Contains(c);

    /// <summary>Where the phrase that begins at <paramref name="at"/> ends: at a quotation mark, or with the text.</summary>
    public static int QuoteEnd(string text, int at)
    {
        while (at < text.Length && !IsQuote(text[at]))
        {
            at += IsEscape(text, at) ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private void ReadOperand(Occur? sign)
    {
        if (text[_at] == '(')
        {
            Add(LexemeKind.Open, _at, 1, Suffix.None, sign);
        }
        else if (IsQuote(text[_at]))
        {
            var end = QuoteEnd(text, _at + 1);
            Add(LexemeKind.Phrase, _at + 1, end - _at - 1, end < text.Length ? Suffix.At(text, end + 1) : Suffix.None, sign);
            _at += end < text.Length ? 1 : 0;
        }
        else if (QueryField.At(text, _at, facets) is { } named)
        {
            _lexemes.Add(new Lexeme(LexemeKind.Field, _at, named.Length) { Sign = sign, Field = named.Field });
            _at += named.Length + 1;
        }
        else if (IsAfterField && _lexemes[^1].Field is QueryField.OfYear && RangeLength() is > 0 and var range)
        {
            Add(LexemeKind.Range, _at, range, Suffix.None, sign);
        }
        else
        {
            ReadRun(sign);
        }
    }

    private void ReadRun(Occur? sign)
    {
        var start = _at;
        var at = _at;
        while (at < text.Length && !IsGap(at) && !IsQuote(text[at]) && text[at] is not ('(' or ')'))
        {
            at += IsEscape(text, at) ? 2 : 1;
        }

        var kind = sign is null && !IsAfterField ? KindOf(text.AsSpan(start, at - start)) : LexemeKind.Words;
        Add(kind, start, at - start, Suffix.None, sign);
    }

    private void Add(LexemeKind kind, int start, int length, Suffix suffix, Occur? sign = null)
    {
        _lexemes.Add(new Lexeme(kind, start, length) { Sign = sign, Suffix = suffix });
        _at = start + length + suffix.Length;
    }

    private bool IsAfterField => _lexemes is [.., { Kind: LexemeKind.Field }];

    /// <summary>A sign counts directly before a word, a phrase or a group, and not within a word.</summary>
    private Occur? SignAt(int at)
    {
        if (at + 1 >= text.Length || (at > 0 && !IsGap(at - 1) && text[at - 1] is not ('(' or ':')))
        {
            return null;
        }

        return !(IsQuote(text[at + 1]) || char.IsLetterOrDigit(text, at + 1) || (text[at + 1] == '(' && brackets.IsMeant(at + 1))) ? null
            : text[at] switch
            {
                '+' => Occur.Required,
                '-' or '!' => Occur.Excluded,
                _ => null,
            };
    }

    private int RangeLength()
    {
        if (text[_at] is not ('[' or '{'))
        {
            return 0;
        }

        var inner = text.AsSpan(_at + 1, Math.Min(text.Length - _at - 1, MaxRange));
        var end = inner.IndexOfAnyExcept(InRange);
        return end >= 0 && inner[end] is ']' or '}' ? end + 2 : 0;
    }

    private bool IsGap(int at) => char.IsWhiteSpace(text[at]) || char.IsControl(text[at]) || (text[at] is '(' or ')' && !brackets.IsMeant(at));

    private static LexemeKind KindOf(ReadOnlySpan<char> run) => run switch
    {
        "AND" or "&&" => LexemeKind.And,
        "OR" or "|" or "||" => LexemeKind.Or,
        "NOT" => LexemeKind.Not,
        _ => LexemeKind.Words,
    };
}
