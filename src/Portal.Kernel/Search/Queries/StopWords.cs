namespace Portal.Kernel.Search.Queries;

/// <summary>Leaves out words that are too common to tell anything, unless a query, a group or a field has no others.</summary>
internal static class StopWords
{
    public static IReadOnlyList<QueryClause> Drop(IReadOnlyList<QueryClause> clauses)
        => Drop(clauses, clause => clause.Occur == Occur.Wanted);

    private static QueryClause[] Drop(IReadOnlyList<QueryClause> clauses, Func<QueryClause, bool> mayGo)
    {
        var telling = clauses.Where(clause => clause.Occur != Occur.Excluded).SelectMany(clause => clause.Node.Terms).Where(term => !IsStop(term)).Select(term => term.Field).ToHashSet();
        return [.. clauses
            .Where(clause => !(mayGo(clause) && clause.Node is QueryTerm term && IsStop(term) && (term.Field == TextField.Any ? telling.Count > 0 : telling.Contains(term.Field))))
            .Select(clause => clause with { Node = Inside(clause.Node) })];
    }

    // What is one of several by AND is required because of the AND alone.
    private static QueryNode Inside(QueryNode node) => node switch
    {
        AnyOf any => new AnyOf([.. any.Nodes.Select(Inside)]),
        Group group => new Group(Drop(group.Clauses, clause => clause.Occur != Occur.Excluded)),
        _ => node,
    };

    private static bool IsStop(QueryTerm term) => term is { IsStop: true, Kind: TermKind.Words };
}
