using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>
/// From what a person typed to a tree. Every text is valid: words, "phrases", -not, +must, OR between words; what is neither a word nor one of these is passed over.
/// </summary>
public static class QueryParser
{
    /// <summary>In UTF-16 units; what is beyond is not read.</summary>
    public const int MaxLength = 1000;

    /// <summary>Words and phrases; what is beyond is not searched.</summary>
    public const int MaxTerms = 32;

    public static SearchQuery Parse(string text, Synonyms? synonyms = null)
    {
        text = Cut(text);
        var clauses = Clauses(text, operators: true);
        if (clauses.Count == 0)
        {
            // Nothing but operators: they were meant as words.
            clauses = Clauses(text, operators: false);
        }

        var alsoSearched = synonyms is null ? [] : SynonymExpansion.Apply(clauses, synonyms);
        DropStopWords(clauses);
        return new SearchQuery { Text = text, Clauses = clauses, AlsoSearched = alsoSearched };
    }

    private static string Cut(string text)
        => text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    private static List<QueryClause> Clauses(string text, bool operators)
    {
        var clauses = new List<QueryClause>();
        var terms = 0;
        var occur = Occur.Wanted;
        var either = false;
        foreach (var lexeme in QueryLexer.Read(text))
        {
            switch (operators ? lexeme.Kind : lexeme.Kind == LexemeKind.Phrase ? LexemeKind.Phrase : LexemeKind.Words)
            {
                case LexemeKind.And:
                    break;
                case LexemeKind.Or:
                    either = true;
                    break;
                case LexemeKind.Not:
                    occur = Occur.Excluded;
                    break;
                default:
                    foreach (var term in QueryTerms.Of(text, lexeme))
                    {
                        if (++terms > MaxTerms)
                        {
                            return clauses;
                        }

                        Add(clauses, term, lexeme.Sign ?? occur, either);
                        either = false;
                    }

                    occur = Occur.Wanted;
                    break;
            }
        }

        return clauses;
    }

    private static void Add(List<QueryClause> clauses, QueryTerm term, Occur occur, bool either)
    {
        if (either && occur != Occur.Excluded && clauses is [.., { Occur: not Occur.Excluded } last])
        {
            IReadOnlyList<QueryNode> before = last.Node is AnyOf any ? any.Nodes : [last.Node];
            clauses[^1] = last with { Node = new AnyOf([.. before, term]) };
        }
        else
        {
            clauses.Add(new QueryClause(occur, term));
        }
    }

    private static void DropStopWords(List<QueryClause> clauses)
    {
        if (clauses.Exists(clause => clause.Occur != Occur.Excluded && clause.Node.Terms.Any(term => !term.IsStop)))
        {
            clauses.RemoveAll(clause => clause is { Occur: Occur.Wanted, Node: QueryTerm { IsStop: true } });
        }
    }
}
