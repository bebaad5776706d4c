using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>What a query is understood by, beside its text.</summary>
public sealed record QueryContext
{
    public static readonly QueryContext Default = new();

    /// <summary>The reader's language, BCP 47: words are taken in it and in English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether words are taken in every language there is: for a second try, when nothing was found.</summary>
    public bool AllLanguages { get; init; }

    public Synonyms Synonyms { get; init; } = Synonyms.None;

    /// <summary>The facets that are fields.</summary>
    public FacetNames Facets { get; init; } = FacetNames.None;

    /// <summary>The ways in which a text that is looked for may have been analysed.</summary>
    internal IReadOnlyList<TextAnalyzer> Analyzers => AllLanguages ? TextAnalyzer.All : TextAnalyzer.ForQuery(Language);

    public static QueryContext Of(SearchRequest request) => new() { Language = request.Language, Synonyms = request.Synonyms, Facets = request.FacetNames };
}
