namespace Portal.Kernel.Search;

/// <summary>What a reader asks.</summary>
public sealed record SearchRequest
{
    public required string Query { get; init; }

    /// <summary>Chosen facet values: several of one facet mean any of them, several facets mean all of them.</summary>
    public IReadOnlyList<FacetValue> Filters { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items a page, 1 to 100.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Facets to count, in the order wanted.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    public SearchSort Sort { get; init; }

    /// <summary>The reader's language, BCP 47: a query is understood in it and in English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Facets that the query's text may name as fields (<c>country:Belgium</c>).</summary>
    public FacetNames FacetNames { get; init; } = FacetNames.None;

    /// <summary>Words that mean the same, each set of wordings searched for one another (from the glossary).</summary>
    public Synonyms Synonyms { get; init; } = Synonyms.None;
}

public enum SearchSort
{
    Relevance,

    /// <summary>Newest first.</summary>
    Date,

    /// <summary>By the alphabet, accents and case aside.</summary>
    Title,
}
