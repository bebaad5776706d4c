using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>
/// What is tried for a query, in this order: as asked, in the reader's language and English; in every language; in the nearest spelling of words that the
/// index does not know; with the parts of hyphenated words each by itself.
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

        if (!asked.Ranked.Matches.Any)
        {
            var other = await FindAsync(QueryParser.Parse(query.Text, context with { AllLanguages = true }), cancellationToken);
            if (other.Ranked.Matches.Any)
            {
                return other;
            }
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
        => new(query, await RankedItems.FindAsync(run, run.PlanFor(query, request.Language, cancellationToken), request, first, cancellationToken));
}

/// <param name="Query">The one that was searched.</param>
/// <param name="Ranked">What it found.</param>
internal sealed record Answer(SearchQuery Query, RankedItems Ranked)
{
    /// <summary>A near spelling that has hits.</summary>
    public string? Near { get; init; }

    /// <summary>Whether that is what was searched.</summary>
    public bool IsNear { get; init; }
}
