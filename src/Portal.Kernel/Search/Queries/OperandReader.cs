namespace Portal.Kernel.Search.Queries;

/// <summary>Makes clauses of words, phrases and the values of fields, as many as a query may have.</summary>
internal sealed class OperandReader(string text, QueryTerms terms, QueryNotes notes)
{
    /// <summary>Words of a value that stands without quotation marks (<c>country:United Kingdom</c>).</summary>
    private const int MaxValueWords = 8;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _count;

    // What is beyond the bounds need not be understood.
    private bool IsFull => _count > QueryParser.MaxOperands || _keys.Count > QueryParser.MaxTerms;

    /// <summary>Reads the operand at <paramref name="at"/>, and how many lexemes it took.</summary>
    /// <param name="lexemes">The query's.</param>
    /// <param name="at">Where a word, a phrase or a range stands.</param>
    /// <param name="field">The field it stands in.</param>
    /// <param name="named">The field's name, when it stands directly before.</param>
    public (Part Part, int Lexemes) Read(IReadOnlyList<Lexeme> lexemes, int at, QueryField? field, Lexeme? named)
    {
        if (IsFull)
        {
            return (new Part([], All: false), 1);
        }

        if (field is { IsFilter: true })
        {
            var most = Alike(lexemes, at);
            for (var count = most; count > 0; count--)
            {
                if (Filter(field, Unboosted(text[lexemes[at].Start..lexemes[at + count - 1].End])) is { } filter)
                {
                    NoteTurned(filter);
                    return (Taken(filter), count);
                }
            }

            NoteUnknown(field, Text(lexemes[at]));
            field = null;
            if (named is not null)
            {
                var (name, value) = (Words(named, field: null), Operand(lexemes[at], field: null));
                return (new Part([.. name.Clauses, .. value.Clauses], All: false), 1);
            }
        }

        return (Operand(lexemes[at], field), 1);
    }

    /// <summary>A field's name that nothing follows.</summary>
    public Part FieldAlone(Lexeme lexeme)
    {
        if (IsFull)
        {
            return new Part([], All: false);
        }

        notes.NothingAfter(Text(lexeme));
        return Words(lexeme, field: null);
    }

    private Part Words(Lexeme lexeme, QueryField? field) => Terms(terms.OfRun(Text(lexeme), lexeme.Start), field);

    private Part Operand(Lexeme lexeme, QueryField? field)
    {
        if (lexeme.Kind == LexemeKind.Phrase)
        {
            return Terms(terms.OfPhrase(Text(lexeme), lexeme.Start, lexeme.Suffix), field);
        }

        if (WordRun.Of(Text(lexeme)).BeginsWithAsterisk)
        {
            notes.BeginsWithAsterisk(Text(lexeme));
        }

        return Words(lexeme, field);
    }

    private Part Terms(IEnumerable<QueryTerm> found, QueryField? field)
    {
        var clauses = new List<QueryClause>();
        foreach (var term in found.Select(term => field is QueryField.InText named ? term with { Field = named.Field } : term).TakeWhile(term => Counts(term, term.Text)))
        {
            clauses.Add(new QueryClause(Occur.Wanted, term));
        }

        return new Part(clauses, All: false);
    }

    // A filter has no score that a boost could raise.
    private static string Unboosted(string value)
        => value.LastIndexOf('^') is var at and > 0 && value.AsSpan(at + 1) is { Length: > 0 } number && number.IndexOfAnyExceptInRange('.', '9') < 0 ? value[..at] : value;

    /// <summary>A filter is never given up for lack of results.</summary>
    private Part Taken(QueryNode filter)
        => new(Counts(filter, "a filter") ? [new QueryClause(Occur.Required, filter)] : [], All: false) { IsChoice = filter is HasFacet };

    private static QueryNode? Filter(QueryField field, string value) => field switch
    {
        QueryField.OfYear => Years.Parse(value),
        QueryField.OfFacet facet when facet.Facet.Value(value) is { } known => new HasFacet(facet.Facet.Name, [known]),
        QueryField.OfFacet facet when value.Contains(',', StringComparison.Ordinal) => OneOf(facet.Facet, value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        _ => null,
    };

    private static HasFacet? OneOf(FacetNames.Known facet, string[] values)
        => values.Length > 0 && Array.TrueForAll(values, value => facet.Value(value) is not null)
            ? new HasFacet(facet.Name, [.. values.Select(value => facet.Value(value)!).Distinct(StringComparer.Ordinal)])
            : null;

    /// <summary>How many lexemes from here on are words without signs.</summary>
    private static int Alike(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var count = 1;
        while (lexemes[at].Kind == LexemeKind.Words && count < MaxValueWords && at + count < lexemes.Count && lexemes[at + count] is { Kind: LexemeKind.Words, Sign: null })
        {
            count++;
        }

        return count;
    }

    private void NoteUnknown(QueryField field, string value)
    {
        if (field is QueryField.OfFacet facet)
        {
            notes.NoSuchValue(facet.Facet.Name, value);
        }
        else
        {
            notes.NoSuchYear(value);
        }
    }

    private void NoteTurned(QueryNode filter)
    {
        if (filter is InYears { Turned: true, From: { } from, To: { } to })
        {
            notes.YearsTurned(from, to);
        }
    }

    private bool Counts(QueryNode node, string typed)
    {
        if (IsFull)
        {
            return false;
        }

        _keys.Add(node.Key);
        _count++;
        if (IsFull)
        {
            notes.TooMany(_keys.Count > QueryParser.MaxTerms ? $"{QueryParser.MaxTerms}" : $"{QueryParser.MaxOperands}", typed);
            return false;
        }

        return true;
    }

    private string Text(Lexeme lexeme) => text.Substring(lexeme.Start, lexeme.Length);
}
