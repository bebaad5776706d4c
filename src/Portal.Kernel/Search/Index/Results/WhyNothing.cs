using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>Says in a sentence why an answer is empty: what is nowhere, or what keeps out that which is there.</summary>
internal static class WhyNothing
{
    private const int MaxNamed = 5;

    /// <summary>Of a query that asks for nothing; null when nothing was typed.</summary>
    public static string? NothingAsked(SearchQuery query)
        => query.Clauses.Count > 0 ? "The search says only what must not be there: it also needs a word, or a filter, for what should be."
            : string.IsNullOrWhiteSpace(query.Text) ? null
            : "There is no word in this search: signs alone find nothing.";

    /// <summary>Of a query that was searched in vain.</summary>
    public static string Of(Answer answer, bool isFiltered)
    {
        var (query, ranked) = (answer.Query, answer.Ranked);
        if (ranked.Matches.Any)
        {
            return "There are results without the filters that are chosen, but none with them.";
        }

        var nowhere = query.Terms.Where(term => !IsThere(term, ranked)).ToList();
        if (nowhere.Count > 0)
        {
            return $"{string.Join("; ", nowhere.Select(Nowhere).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxNamed))}.".ToUpperFirst();
        }

        var filters = query.Clauses.Any(clause => HasFilter(clause.Node));
        var excluded = query.Clauses.Any(clause => clause.Occur == Occur.Excluded);
        return query.Terms.Count == 0 ? Filtered(query, isFiltered)
            : filters ? "All of these words are found, but not where the filters in the search, such as a country or years, let them through."
            : excluded ? "All of these words are found, but not together without what must not be there."
            : "Each of these words is found, but no section has all that was asked for together.";
    }

    private static bool IsThere(QueryTerm term, RankedItems ranked)
        => ranked.Plan.Terms.TryGetValue(term.Key, out var node) && IsThere(node, ranked.Leaves);

    private static bool IsThere(PlanNode node, LeafMatches leaves) => node switch
    {
        PlanLeaf leaf => leaves.Found(leaf) > 0,
        PlanAny any => any.Nodes.Any(one => IsThere(one, leaves)),
        PlanAll all => all.Wanted.All(one => IsThere(one, leaves)),
        _ => false,
    };

    private static string Nowhere(QueryTerm term) => term switch
    {
        { Kind: not TermKind.Words } => $"no word{In(term.Field)} is like ‘{term.Text}’",
        { IsPhrase: true, Slop: > 0 } => $"the words ‘{term.Text}’ stand nowhere{In(term.Field)} so near to one another",
        { IsPhrase: true } => $"the words ‘{term.Text}’ stand nowhere{In(term.Field)} in this order, side by side; without quotation marks each is searched by itself",
        _ => $"‘{term.Text}’ stands nowhere{(term.Field == TextField.Any ? " in what is published" : In(term.Field))}",
    };

    private static string In(TextField field) => field switch
    {
        TextField.Title => " in a title",
        TextField.Heading => " in a heading",
        TextField.Body => " in the text below a heading",
        _ => "",
    };

    private static string Filtered(SearchQuery query, bool isFiltered)
        => query.Clauses is [{ Occur: not Occur.Excluded, Node: InYears years }] && !isFiltered
            ? $"Nothing here was first published {Between(years)}."
            : "Nothing that is published has all that these filters ask for.";

    private static string Between(InYears years) => (years.From, years.To) switch
    {
        ({ } from, { } to) when from == to => $"in {from}",
        ({ } from, { } to) when from > to => "between these years, for there is none",
        ({ } from, { } to) => $"from {from} to {to}",
        ({ } from, null) => $"in {from} or later",
        (null, { } to) => $"in {to} or before",
        _ => "in any year",
    };

    private static bool HasFilter(QueryNode node) => node switch
    {
        HasFacet or InYears => true,
        AnyOf any => any.Nodes.Any(HasFilter),
        Group group => group.Clauses.Any(clause => HasFilter(clause.Node)),
        _ => false,
    };

    private static string ToUpperFirst(this string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
