namespace Portal.Kernel.Search.Queries;

/// <summary>Clauses that were typed as one operand: the words of a run, a group, or what AND joins (<paramref name="All"/>).</summary>
internal sealed record Part(IReadOnlyList<QueryClause> Clauses, bool All)
{
    /// <summary>Whether it is a facet's values, typed without plus, minus or AND: with other values of that facet it is a choice, as the filters beside the results are.</summary>
    public bool IsChoice { get; init; }

    public bool IsExclusion => Clauses.Count > 0 && Clauses.All(clause => clause.Occur == Occur.Excluded);

    /// <summary>One of the parts is enough. What is only excluded cannot be one of several: it holds for all.</summary>
    public static Part AnyOf(IReadOnlyList<Part> parts)
    {
        var found = parts.Where(part => part.Clauses.Count > 0 && !part.IsExclusion).ToList();
        var excluded = parts.Where(part => part.IsExclusion).SelectMany(part => part.Clauses);
        return found.Count switch
        {
            0 => new Part([.. excluded], All: false),
            1 => found[0] with { Clauses = [.. found[0].Clauses, .. excluded] },
            _ => new Part([new QueryClause(found[0].Clauses is [{ Occur: Occur.Required }] ? Occur.Required : Occur.Wanted, Either(found.Select(part => part.Node()))), .. excluded], All: false)
            {
                IsChoice = found.TrueForAll(part => part.IsChoice),
            },
        };
    }

    /// <summary>What was typed side by side.</summary>
    public static Part Beside(IReadOnlyList<Part> parts)
    {
        var together = new List<Part>();
        foreach (var part in parts)
        {
            var same = part is { IsChoice: true, Clauses: [{ Node: HasFacet facet }] }
                ? together.FindIndex(other => other is { IsChoice: true, Clauses: [{ Node: HasFacet known }] } && known.Facet == facet.Facet)
                : -1;
            if (same >= 0)
            {
                together[same] = AnyOf([together[same], part]);
            }
            else
            {
                together.Add(part);
            }
        }

        return together is [var only] ? only : new Part([.. together.SelectMany(part => part.Clauses)], All: together.Exists(part => part.All));
    }

    /// <summary>The clauses with a plus, a minus or NOT before them.</summary>
    public Part With(Occur? sign) => Signed(sign) with { IsChoice = IsChoice && sign is null };

    private Part Signed(Occur? sign) => sign switch
    {
        Occur.Required => this with { Clauses = [.. Clauses.Select(clause => clause.Occur == Occur.Wanted ? clause with { Occur = Occur.Required } : clause)] },
        // Neither of the words in '-(a b)' may be there; of '-(a AND b)' and '-(a -b)' only the whole is ruled out.
        Occur.Excluded when Clauses.Count > 1 && (All || Clauses.Any(clause => clause.Occur == Occur.Excluded)) && !IsExclusion
            => new Part([new QueryClause(Occur.Excluded, Node())], All: false),
        Occur.Excluded => new Part([.. Clauses.Select(clause => clause with { Occur = Occur.Excluded })], All: false),
        _ => this,
    };

    public Part Boosted(double boost) => boost is 1 ? this : this with { Clauses = [.. Clauses.Select(clause => clause with { Node = Boosted(clause.Node, boost) })] };

    /// <summary>Filters of one facet as one filter, and no choice within a choice.</summary>
    public static QueryNode Either(IEnumerable<QueryNode> nodes)
    {
        var either = new List<QueryNode>();
        foreach (var node in nodes.SelectMany(node => node is AnyOf any ? any.Nodes : [node]))
        {
            var same = node is HasFacet facet ? either.FindIndex(other => other is HasFacet known && known.Facet == facet.Facet) : -1;
            if (same >= 0)
            {
                either[same] = new HasFacet(((HasFacet)node).Facet, [.. ((HasFacet)either[same]).Values.Union(((HasFacet)node).Values, StringComparer.Ordinal)]);
            }
            else
            {
                either.Add(node);
            }
        }

        return either is [var only] ? only : new AnyOf(either);
    }

    /// <summary>All of the clauses as one node.</summary>
    private QueryNode Node() => Clauses is [var only] ? only.Node : new Group([.. With(Occur.Required).Clauses]);

    private static QueryNode Boosted(QueryNode node, double boost) => node switch
    {
        QueryTerm term => term with { Boost = Suffix.Bounded(term.Boost * boost) },
        AnyOf any => new AnyOf([.. any.Nodes.Select(inner => Boosted(inner, boost))]),
        Group group => new Group([.. group.Clauses.Select(clause => clause with { Node = Boosted(clause.Node, boost) })]),
        _ => node,
    };
}
