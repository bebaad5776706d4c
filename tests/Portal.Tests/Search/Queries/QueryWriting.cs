using System.Globalization;
using Portal.Kernel.Search.Queries;

namespace Portal.Tests.Search.Queries;

/// <summary>A query's tree as text, for tests to compare.</summary>
internal static class QueryWriting
{
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
