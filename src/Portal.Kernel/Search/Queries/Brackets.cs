using System.Collections;

namespace Portal.Kernel.Search.Queries;

/// <summary>Which parentheses of a text mean something: those that have their fellow and are not too deep. Others are gaps between words.</summary>
internal sealed class Brackets
{
    private readonly BitArray _meant;

    public Brackets(string text)
    {
        _meant = new BitArray(text.Length);
        Pair(text);
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!_meant[at])
            {
                continue;
            }

            depth += text[at] == '(' ? 1 : 0;
            if (depth > QueryParser.MaxDepth)
            {
                _meant[at] = false;
                TooDeep = true;
            }

            depth -= text[at] == ')' ? 1 : 0;
        }
    }

    public bool TooDeep { get; }

    public bool IsMeant(int at) => _meant[at];

    private void Pair(string text)
    {
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (QueryLexer.IsEscape(text, at))
            {
                at++;
            }
            else if (QueryLexer.IsQuote(text[at]))
            {
                at = QueryLexer.QuoteEnd(text, at + 1);
            }
            else if (text[at] == '(')
            {
                open.Push(at);
            }
            else if (text[at] == ')' && open.TryPop(out var fellow))
            {
                _meant[at] = _meant[fellow] = true;
            }
        }
    }
}
