using System.Globalization;

namespace Portal.Kernel.Search.Queries;

/// <summary>What was asked, as a tree that every index turns into its own language.</summary>
public sealed record SearchQuery
{
    /// <summary>As typed, cut to <see cref="QueryParser.MaxLength"/>.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<QueryClause> Clauses { get; init; } = [];

    /// <summary>Whether it was said that words have to be together (<c>AND</c>), so that less than all is no answer.</summary>
    public bool SaysAnd { get; init; }

    /// <summary>Wordings added by synonyms.</summary>
    public IReadOnlyList<string> AlsoSearched { get; init; } = [];

    /// <summary>Sentences about what was not searched because a bound was met (length, clauses, depth); empty when all was.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

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

/// <summary>A part of a query.</summary>
public abstract record QueryNode
{
    /// <summary>What its score is multiplied by (<c>word^2</c>); greater than 0, at most 100.</summary>
    public double Boost { get; init; } = 1;

    /// <summary>The words and phrases in it that are looked for, those of excluded parts not.</summary>
    public abstract IEnumerable<QueryTerm> Terms { get; }

    /// <summary>The same for what finds the same: where and how it was written aside.</summary>
    internal abstract string Key { get; }
}

/// <summary>Where a word has to stand.</summary>
public enum TextField
{
    Any,

    /// <summary>The item's title or another of its names.</summary>
    Title,

    /// <summary>The section's heading.</summary>
    Heading,

    /// <summary>The section's own text.</summary>
    Body,
}

public enum TermKind
{
    /// <summary>A word, or with several a phrase.</summary>
    Words,

    /// <summary>All words that begin like <see cref="QueryTerm.Pattern"/>.</summary>
    Prefix,

    /// <summary>All words that fit <see cref="QueryTerm.Pattern"/>, in which <c>?</c> is one letter and <c>*</c> any number.</summary>
    Wildcard,

    /// <summary>All words with at most <see cref="QueryTerm.Edits"/> wrong letters beside <see cref="QueryTerm.Pattern"/>.</summary>
    Fuzzy,
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

    public TermKind Kind { get; init; }

    public TextField Field { get; init; }

    /// <summary>
    /// For a phrase (<c>"a b"~3</c>): how far its words may stand from their places in it, by Lucene's measure. A word between is 1, two neighbours
    /// swapped are 2, swapped with a word between 3; 0 is exactly as typed.
    /// </summary>
    public int Slop { get; init; }

    /// <summary>For the kinds that are no whole word: what is compared with the index's folded, unstemmed words; folded itself.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>For <see cref="TermKind.Fuzzy"/>: 1 or 2.</summary>
    public int Edits { get; init; }

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

    internal override string Key => string.Create(CultureInfo.InvariantCulture, $"{Field} {Kind} {IsPhrase} {Slop} {Pattern}~{Edits}^{Boost} {string.Join('|', Alternatives)}");
}

/// <summary>One of several.</summary>
public sealed record AnyOf(IReadOnlyList<QueryNode> Nodes) : QueryNode
{
    public override IEnumerable<QueryTerm> Terms => Nodes.SelectMany(node => node.Terms);

    internal override string Key => $"({string.Join(" OR ", Nodes.Select(node => node.Key))})";
}

/// <summary>What stands in parentheses: like a query of its own.</summary>
public sealed record Group(IReadOnlyList<QueryClause> Clauses) : QueryNode
{
    public override IEnumerable<QueryTerm> Terms => Clauses.Where(clause => clause.Occur != Occur.Excluded).SelectMany(clause => clause.Node.Terms);

    internal override string Key => $"({string.Join(' ', Clauses.Select(clause => $"{clause.Occur} {clause.Node.Key}"))})";
}

/// <summary>Items with one of these facet values (<c>country:be</c>); it has no score.</summary>
public sealed record HasFacet(string Facet, IReadOnlyList<string> Values) : QueryNode
{
    public override IEnumerable<QueryTerm> Terms => [];

    internal override string Key => $"{Facet}:{string.Join(',', Values)}";
}

/// <summary>Items of these years, both included; null is open (<c>year:[2016 TO *]</c>); it has no score.</summary>
public sealed record InYears(int? From, int? To) : QueryNode
{
    /// <summary>Whether the later year was typed first.</summary>
    public bool Turned { get; init; }

    public override IEnumerable<QueryTerm> Terms => [];

    internal override string Key => string.Create(CultureInfo.InvariantCulture, $"year:{From}..{To}");
}
