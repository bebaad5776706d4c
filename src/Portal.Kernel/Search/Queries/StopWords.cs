namespace Portal.Kernel.Search.Queries;

/// <summary>Leaves out words that are too common to tell anything, unless a query or a group has no others.</summary>
internal static class StopWords
{
    public static IReadOnlyList<QueryClause> Drop(IReadOnlyList<QueryClause> clauses)
        => clauses.Any(clause => clause.Occur != Occur.Excluded && clause.Node.Terms.Any(term => !IsStop(term)))
            ? [.. clauses.Where(clause => clause is not { Occur: Occur.Wanted, Node: QueryTerm term } || !IsStop(term)).Select(clause => clause with { Node = InGroups(clause.Node) })]
            : [.. clauses.Select(clause => clause with { Node = InGroups(clause.Node) })];

    private static QueryNode InGroups(QueryNode node) => node switch
    {
        AnyOf any => new AnyOf([.. any.Nodes.Select(InGroups)]),
        Group group when group.Terms.Any(term => !IsStop(term)) => new Group([.. group.Clauses.Where(clause => clause.Occur == Occur.Excluded || clause.Node is not QueryTerm term || !IsStop(term))]),
        _ => node,
    };

    // Who names a field means the word.
    private static bool IsStop(QueryTerm term) => term is { IsStop: true, Kind: TermKind.Words, Field: TextField.Any };
}
