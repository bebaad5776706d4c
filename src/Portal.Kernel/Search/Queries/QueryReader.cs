namespace Portal.Kernel.Search.Queries;

/// <summary>
/// Reads lexemes by descent: words beside one another, of which each may be a choice by OR, of which each may be joined by AND, of which each may be negated. So
/// 'a AND b OR c d' is ((a and b) or c) and d. An operator without something on both its sides is passed over. Values of one facet beside one another are a choice.
/// </summary>
internal sealed class QueryReader(IReadOnlyList<Lexeme> lexemes, OperandReader operands)
{
    private int _at;

    public Part Read()
    {
        var parts = new List<Part>();
        for (; _at < lexemes.Count; _at++)
        {
            parts.Add(Beside(field: null));
        }

        return parts is [var only] ? only : new Part([.. parts.SelectMany(part => part.Clauses)], All: parts.Exists(part => part.All));
    }

    /// <summary>Up to the end, or to the parenthesis that closes a group. The values of a filter (<c>country:(be nl)</c>) are a choice.</summary>
    private Part Beside(QueryField? field)
    {
        var parts = new List<Part>();
        while (Next() is not (null or LexemeKind.Close))
        {
            parts.Add(Choice(field));
        }

        if (field is { IsFilter: true } && parts.Count > 1)
        {
            return Part.AnyOf(parts);
        }

        return Part.Beside(parts);
    }

    private Part Choice(QueryField? field)
    {
        _ = Operator();
        var parts = new List<Part> { Joined(field) };
        while (Operator() is LexemeKind.Or)
        {
            parts.Add(Joined(field));
        }

        return Part.AnyOf(parts);
    }

    private Part Joined(QueryField? field)
    {
        var parts = new List<Part> { Negated(field) };
        for (var before = _at; Operator() is { } found; before = _at)
        {
            if (found == LexemeKind.Or)
            {
                _at = before;
                break;
            }

            parts.Add(Negated(field));
        }

        var joined = parts.Where(part => part.Clauses.Count > 0).ToList();
        return joined is [var only] ? only : new Part([.. joined.SelectMany(part => part.Clauses)], All: joined.Count > 0);
    }

    private Part Negated(QueryField? field)
    {
        Occur? sign = null;
        while (Next() is LexemeKind.Not or LexemeKind.And or LexemeKind.Or)
        {
            sign = lexemes[_at].Kind == LexemeKind.Not ? Occur.Excluded : sign;
            _at++;
        }

        return Next() is null or LexemeKind.Close ? new Part([], All: false) : Operand(field).With(sign);
    }

    private Part Operand(QueryField? field)
    {
        var lexeme = lexemes[_at++];
        if (lexeme.Kind == LexemeKind.Field)
        {
            return Next() is LexemeKind.Words or LexemeKind.Phrase or LexemeKind.Range or LexemeKind.Open
                ? Operand(lexeme.Field).With(lexeme.Sign)
                : operands.FieldAlone(lexeme).With(lexeme.Sign);
        }

        if (lexeme.Kind == LexemeKind.Open)
        {
            var inner = Beside(field);
            var boost = _at < lexemes.Count ? lexemes[_at++].Suffix.Boost : 1;
            return inner.Boosted(boost).With(lexeme.Sign);
        }

        var named = _at > 1 && lexemes[_at - 2].Kind == LexemeKind.Field ? lexemes[_at - 2] : null;
        var read = operands.Read(lexemes, _at - 1, field, named);
        _at += read.Lexemes - 1;
        return read.Part.With(lexeme.Sign);
    }

    /// <summary>The operator that comes next, when something follows it; of several, OR.</summary>
    private LexemeKind? Operator()
    {
        LexemeKind? found = null;
        while (Next() is LexemeKind.And or LexemeKind.Or)
        {
            found = found == LexemeKind.Or ? found : Next();
            _at++;
        }

        return Next() is null or LexemeKind.Close ? null : found;
    }

    private LexemeKind? Next() => _at < lexemes.Count ? lexemes[_at].Kind : null;
}
