using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;

namespace Portal.Sqlite.Search;

/// <summary>A query in FTS5's own language. Terms are letters and digits, so quotation marks are all the escaping they need.</summary>
internal static class FtsExpression
{
    /// <summary>Everything that is wanted and required, nothing that is excluded; null when there is nothing to find.</summary>
    public static string? All(SearchQuery query) => With(query, Nodes(query, Occur.Wanted, Occur.Required));

    /// <summary>At least one of what is wanted, with everything required; null when nothing is only wanted.</summary>
    public static string? Any(SearchQuery query)
    {
        var wanted = Nodes(query, Occur.Wanted);
        return wanted.Count == 0 ? null : With(query, [.. Nodes(query, Occur.Required), $"({string.Join(" OR ", wanted)})"]);
    }

    /// <summary>Each of what is wanted by itself.</summary>
    public static IReadOnlyList<string> Each(SearchQuery query) => Nodes(query, Occur.Wanted);

    public static string Term(string terms) => $"\"{terms}\"";

    private static string? With(SearchQuery query, List<string> nodes)
    {
        var found = string.Join(" AND ", nodes);
        var excluded = Nodes(query, Occur.Excluded);
        return nodes.Count == 0 ? null : excluded.Count == 0 ? found : $"({found}) NOT ({string.Join(" OR ", excluded)})";
    }

    /// <summary>Facets that the query asks for; those within choices and groups are passed over.</summary>
    public static IEnumerable<FacetValue> Filters(SearchQuery query)
        => query.Clauses.Where(clause => clause.Occur == Occur.Required).Select(clause => clause.Node).OfType<HasFacet>()
            .SelectMany(facet => facet.Values.Select(value => new FacetValue(facet.Facet, value)));

    private static List<string> Nodes(SearchQuery query, params ReadOnlySpan<Occur> occurs)
    {
        var nodes = new List<string>();
        foreach (var clause in query.Clauses)
        {
            if (occurs.Contains(clause.Occur) && Node(clause.Node) is { Length: > 0 } node)
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }

    private static string Node(QueryNode node) => node switch
    {
        QueryTerm { Kind: TermKind.Prefix or TermKind.Wildcard } term => $"{Term(term.Pattern.Split('*', '?')[0])} *",
        QueryTerm term => Joined(" OR ", term.Alternatives.Select(Term)),
        AnyOf any => Joined(" OR ", any.Nodes.Select(Node)),
        Group group => Joined(" AND ", group.Clauses.Where(clause => clause.Occur != Occur.Excluded).Select(clause => Node(clause.Node))),
        _ => "",
    };

    private static string Joined(string operation, IEnumerable<string> nodes)
        => nodes.Where(node => node.Length > 0).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } found ? $"({string.Join(operation, found)})" : "";
}
