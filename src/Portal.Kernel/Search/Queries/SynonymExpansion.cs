namespace Portal.Kernel.Search.Queries;

/// <summary>
/// Lets the wordings of a set be found for one another, both ways. Each word of a wording that was typed may be found as itself or as another wording of
/// its set; (a or S) and (b or S) is the same as (a and b) or S. Also within groups and fields; what is in quotation marks is left as typed.
/// </summary>
internal sealed class SynonymExpansion
{
    private const int MaxWords = 8;
    private const int MaxOthers = 16;

    private readonly SynonymTable _table;
    private readonly Dictionary<string, string> _added = new(StringComparer.OrdinalIgnoreCase);

    private SynonymExpansion(SynonymTable table) => _table = table;

    /// <summary>The clauses with alternatives added to their words, and the wordings added, as their set writes them.</summary>
    public static (IReadOnlyList<QueryClause> Clauses, IReadOnlyList<string> Added) Apply(IReadOnlyList<QueryClause> clauses, QueryContext context)
    {
        if (context.Synonyms.Sets.Count == 0)
        {
            return (clauses, []);
        }

        var expansion = new SynonymExpansion(SynonymTable.Of(context.Synonyms, context.Analyzers));
        return (expansion.Expand(clauses), [.. expansion._added.Values]);
    }

    private QueryClause[] Expand(IReadOnlyList<QueryClause> clauses)
    {
        var expanded = clauses.Select(clause => clause.Occur == Occur.Excluded ? clause : clause with { Node = Inside(clause.Node) }).ToArray();
        for (var first = 0; first < expanded.Length; first++)
        {
            for (var end = first + 1; end <= Math.Min(expanded.Length, first + MaxWords) && IsPlain(expanded[end - 1], expanded[first]); end++)
            {
                var others = Others([.. clauses.Skip(first).Take(end - first).Select(clause => (QueryTerm)clause.Node)]);
                for (var i = first; i < end && others.Count > 0; i++)
                {
                    expanded[i] = expanded[i] with { Node = With((QueryTerm)expanded[i].Node, others) };
                }
            }
        }

        return expanded;
    }

    /// <summary>Whether it is a word, and in the same field as the first of a wording.</summary>
    private static bool IsPlain(QueryClause clause, QueryClause first)
        => clause is { Occur: not Occur.Excluded, Node: QueryTerm { IsPhrase: false, Kind: TermKind.Words } term } && first.Node is QueryTerm begins && begins.Field == term.Field;

    private QueryNode Inside(QueryNode node) => node switch
    {
        AnyOf any => new AnyOf([.. any.Nodes.Select(inner => inner is QueryTerm { IsPhrase: false, Kind: TermKind.Words } term ? With(term, Others([term])) : Inside(inner))]),
        Group group => new Group(Expand(group.Clauses)),
        _ => node,
    };

    private List<string> Others(IReadOnlyList<QueryTerm> words)
    {
        var sequences = new List<string>();
        foreach (var (wording, isTyped) in _table.OthersFor(words))
        {
            if (!isTyped)
            {
                _added.TryAdd(wording.Text, wording.Text);
            }

            sequences.AddRange(wording.Sequences);
        }

        return sequences;
    }

    private static QueryTerm With(QueryTerm term, List<string> sequences)
        => term with { Others = [.. term.Others.Concat(sequences).Distinct(StringComparer.Ordinal).Take(MaxOthers)] };
}
