using System.Globalization;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;

namespace Portal.Tests.Search.Queries;

/// <summary>A query's tree as text, for tests to compare.</summary>
internal static class QueryWriting
{
    public static readonly QueryContext Context = new()
    {
        Synonyms = Synonyms.None,
        Facets = new FacetNames(
        [
            new FacetName("country", "Country", [new FacetLabel("be", "Belgium"), new FacetLabel("nl", "Netherlands"), new FacetLabel("gb", "United Kingdom"), new FacetLabel("ci", "Côte d’Ivoire")]),
            new FacetName("topic", "Topic", [new FacetLabel("exit-work", "Exit work"), new FacetLabel("exit", "Leaving")]),
            new FacetName("prevention-level", "Level of prevention", [new FacetLabel("primary", "Primary prevention")]),
            new FacetName("type", "Kind", [new FacetLabel("HandbookChapter", "Handbook chapter"), new FacetLabel("Practice", "Practice")]),
        ]),
    };

    public static string Written(string text) => Write(QueryParser.Parse(text, Context));

    public static string Write(SearchQuery query) => string.Join(' ', query.Clauses.Select(Write));

    public static string Write(QueryClause clause)
        => (clause.Occur switch { Occur.Required => "+", Occur.Excluded => "-", _ => "" }) + Write(clause.Node);

    private static string Write(QueryNode node) => node switch
    {
        QueryTerm term => Field(term) + Write(term) + (term.Boost is 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"^{term.Boost}")),
        AnyOf any => $"({string.Join('|', any.Nodes.Select(Write))})",
        Group group => $"({string.Join(' ', group.Clauses.Select(Write))})",
        HasFacet facet => $"{facet.Facet}={string.Join(',', facet.Values)}",
        InYears years => $"year={years.From}..{years.To}",
        _ => "?",
    };

    private static string Field(QueryTerm term) => term.Field == TextField.Any ? "" : $"{term.Field}:";

    private static string Write(QueryTerm term) => term switch
    {
        { Kind: TermKind.Prefix } => $"{term.Pattern}<",
        { Kind: TermKind.Wildcard } => $"{term.Pattern}%",
        { Kind: TermKind.Fuzzy } => $"{term.Pattern}~{term.Edits}",
        { IsPhrase: true, Slop: > 0 } => $"\"{term.Text}\"~{term.Slop}",
        { IsPhrase: true } => $"\"{term.Text}\"",
        _ => term.Text,
    };
}
