using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>What a query is understood by, beside its text.</summary>
public sealed record QueryContext
{
    public static readonly QueryContext Default = new();

    /// <summary>The reader's language, BCP 47: words are taken in it and in English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>BCP 47. When there are any, words are taken in these and found in their texts only: for a second try, when nothing was found in the reader's and English.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public Synonyms Synonyms { get; init; } = Synonyms.None;

    /// <summary>The facets that are fields.</summary>
    public FacetNames Facets { get; init; } = FacetNames.None;

    /// <summary>The ways in which a text that is looked for may have been analysed.</summary>
    internal IReadOnlyList<TextAnalyzer> Analyzers => Others.Count == 0 ? TextAnalyzer.ForQuery(Language) : [.. Others.SelectMany(TextAnalyzer.ForQuery).Distinct()];

    public static QueryContext Of(SearchRequest request) => new() { Language = request.Language, Synonyms = request.Synonyms, Facets = request.FacetNames };
}
