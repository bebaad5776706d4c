namespace Portal.Kernel.Search.Queries;

/// <summary>
/// From what a person typed to a tree: words, "phrases" and "near words"~5, +must, -not, AND, OR, NOT, parentheses, fields, wildcards, near spellings, boosts and years.
/// Every text is valid: what does not fit together is taken as words.
/// </summary>
public static class QueryParser
{
    /// <summary>In UTF-16 units; what is beyond is not read.</summary>
    public const int MaxLength = 1000;

    /// <summary>Words, phrases and filters, those that find the same counted once; what is beyond is not searched.</summary>
    public const int MaxTerms = 32;

    /// <summary>The same, each time that they stand there.</summary>
    public const int MaxOperands = 64;

    /// <summary>Parentheses within parentheses; what is further in stands as if it had none.</summary>
    public const int MaxDepth = 8;

    public static SearchQuery Parse(string text, Synonyms? synonyms = null)
        => Parse(text, synonyms is null ? QueryContext.Default : new QueryContext { Synonyms = synonyms });

    public static SearchQuery Parse(string text, QueryContext context)
    {
        var notes = new QueryNotes();
        var read = Cut(text);
        if (read.Length < text.Length)
        {
            notes.TooLong();
        }

        var brackets = new Brackets(read);
        if (brackets.TooDeep)
        {
            notes.TooDeep();
        }

        var lexemes = new QueryLexer(read, context.Facets, brackets).Read();
        var typed = Read(read, lexemes, context, notes);
        if (typed.Clauses.Count == 0)
        {
            // Nothing but operators: they were meant as words.
            typed = Read(read, [.. lexemes.Select(AsWords)], context, notes);
        }

        var (expanded, alsoSearched) = SynonymExpansion.Apply(typed.Clauses, context);
        return new SearchQuery { Text = read, Clauses = EqualParts.Merge(StopWords.Drop(expanded)), SaysAnd = typed.All, AlsoSearched = alsoSearched, Notes = notes.Sentences };
    }

    private static Part Read(string text, IReadOnlyList<Lexeme> lexemes, QueryContext context, QueryNotes notes)
        => new QueryReader(lexemes, new OperandReader(text, new QueryTerms(context.Analyzers), notes)).Read();

    private static Lexeme AsWords(Lexeme lexeme)
        => lexeme.Kind is LexemeKind.And or LexemeKind.Or or LexemeKind.Not ? lexeme with { Kind = LexemeKind.Words } : lexeme;

    private static string Cut(string text)
        => text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
}
