using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>
/// What is tried for a query, in this order: as asked, in the reader's language and English; in the other languages that items are written in, among those items; in the
/// nearest spelling of words that the index does not know; with the parts of hyphenated words each by itself.
/// </summary>
internal sealed class Answering(SearchRun run, SearchRequest request, QueryContext context, int first)
{
    public async Task<Answer> AnswerAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var asked = await FindAsync(query, cancellationToken);
        if (asked.Ranked.Matches is { Any: true, Relaxed: false } or { Whole: > 0 })
        {
            return asked;
        }

        if (!asked.Ranked.Matches.Any && await InOthersAsync(query, cancellationToken) is { } other)
        {
            return other;
        }

        foreach (var near in new[] { await new NearSpelling(run, request.Language).OfAsync(query, cancellationToken), Apart(query) }.OfType<string>())
        {
            var instead = await FindAsync(QueryParser.Parse(near, context), cancellationToken);
            if (instead.Ranked.Matches.Any)
            {
                return asked.Ranked.Matches.Any ? asked with { Near = near } : instead with { Near = near, IsNear = true };
            }
        }

        return asked;
    }

    /// <summary>Null when nothing is found, or there are no others. A stem says nothing of its language: 'Canada' in Spanish is 'can', which is no word of Spanish in an English text.</summary>
    private async Task<Answer?> InOthersAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var others = run.State.Languages.Where(language => !TextAnalyzer.ForQuery(request.Language).Contains(TextAnalyzer.For(language))).ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var inOthers = context with { Others = others };
        var asked = QueryParser.Parse(query.Text, inOthers);
        var answer = await FindAsync(asked with { Clauses = [.. asked.Clauses, new QueryClause(Occur.Required, new HasFacet(FacetNames.Language, others))] }, cancellationToken);
        return answer.Ranked.Total > 0 ? answer with { Context = inOthers } : null;
    }

    /// <summary>'Dutch-speaking' as 'Dutch speaking'; null when there is no such word.</summary>
    private static string? Apart(SearchQuery query)
    {
        var apart = query.Text.ToCharArray();
        foreach (var term in query.Terms.Where(term => term is { Kind: TermKind.Words, IsPhrase: false, Field: TextField.Any }))
        {
            for (var at = term.Start; at < term.Start + term.Text.Length; at++)
            {
                apart[at] = WordBreaks.IsJoiner(apart[at]) ? ' ' : apart[at];
            }
        }

        var text = new string(apart);
        return text == query.Text ? null : text;
    }

    private async Task<Answer> FindAsync(SearchQuery query, CancellationToken cancellationToken)
        => new(query, await RankedItems.FindAsync(run, run.PlanFor(query, request.Language, cancellationToken), request, first, cancellationToken), context);
}

/// <param name="Query">The one that was searched.</param>
/// <param name="Ranked">What it found.</param>
/// <param name="Context">What it was understood by.</param>
internal sealed record Answer(SearchQuery Query, RankedItems Ranked, QueryContext Context)
{
    /// <summary>A near spelling that has hits.</summary>
    public string? Near { get; init; }

    /// <summary>Whether that is what was searched.</summary>
    public bool IsNear { get; init; }

    /// <summary>Whether it was found in other languages than the reader's and English.</summary>
    public bool IsInOthers => Context.Others.Count > 0;
}
