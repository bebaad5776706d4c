namespace Portal.Kernel.Search.Queries;

/// <summary>What was asked, as a tree that every index turns into its own language.</summary>
public sealed record SearchQuery
{
    /// <summary>As typed, cut to <see cref="QueryParser.MaxLength"/>.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<QueryClause> Clauses { get; init; } = [];

    /// <summary>Wordings added by synonyms.</summary>
    public IReadOnlyList<string> AlsoSearched { get; init; } = [];

    /// <summary>The words and phrases to be found, in the order typed; their places in this list identify them.</summary>
    public IReadOnlyList<QueryTerm> Terms => [.. Clauses.Where(clause => clause.Occur != Occur.Excluded).SelectMany(clause => clause.Node.Terms)];
}

public sealed record QueryClause(Occur Occur, QueryNode Node);

public enum Occur
{
    /// <summary>Has to be there, unless nothing has all that is wanted.</summary>
    Wanted,
    Required,
    Excluded,
}

/// <summary>A part of a query. Further kinds (prefix, near spelling, range, group) join here; an index that does not know one searches its terms.</summary>
public abstract record QueryNode
{
    public abstract IEnumerable<QueryTerm> Terms { get; }
}

/// <summary>A word or a phrase.</summary>
public sealed record QueryTerm : QueryNode
{
    /// <summary>As typed, without quotation marks.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the query's text.</summary>
    public required int Start { get; init; }

    public bool IsPhrase { get; init; }

    public bool IsStop { get; init; }

    /// <summary>
    /// Sequences of index terms, parted by spaces, one for each way in which a text may have been analysed: by language, and compounds in parts and whole.
    /// A word's ways are in the same order as any other word's.
    /// </summary>
    public required IReadOnlyList<string> Ways { get; init; }

    /// <summary>The like, by synonyms.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Any of these is a find.</summary>
    public IEnumerable<string> Alternatives => Ways.Concat(Others).Distinct(StringComparer.Ordinal);

    public override IEnumerable<QueryTerm> Terms => [this];
}

/// <summary>One of several.</summary>
public sealed record AnyOf(IReadOnlyList<QueryNode> Nodes) : QueryNode
{
    public override IEnumerable<QueryTerm> Terms => Nodes.SelectMany(node => node.Terms);
}
