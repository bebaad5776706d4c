namespace Portal.Kernel.Search.Queries;

/// <summary>What was typed again says nothing new: parts side by side that find the same are one.</summary>
internal static class EqualParts
{
    public static IReadOnlyList<QueryClause> Merge(IReadOnlyList<QueryClause> clauses)
    {
        var merged = new List<QueryClause>(clauses.Count);
        var places = new Dictionary<(bool Excluded, string Key), int>();
        foreach (var clause in clauses.Select(clause => clause with { Node = Inside(clause.Node) }))
        {
            var key = (clause.Occur == Occur.Excluded, clause.Node.Key);
            if (places.TryAdd(key, merged.Count))
            {
                merged.Add(clause);
            }
            else if (clause.Occur == Occur.Required)
            {
                // 'prison +prison' has to be there.
                merged[places[key]] = merged[places[key]] with { Occur = Occur.Required };
            }
        }

        return merged;
    }

    private static QueryNode Inside(QueryNode node) => node switch
    {
        AnyOf any => any.Nodes.Select(Inside).DistinctBy(one => one.Key, StringComparer.Ordinal).ToList() is var nodes && nodes is [var only] ? only : new AnyOf(nodes),
        Group group => new Group(Merge(group.Clauses)),
        _ => node,
    };
}
