using System.Text;
using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Queries;

namespace Portal.Sqlite.Search;

/// <summary>A query with the words that the index does not know replaced by the nearest that it knows.</summary>
internal static class NearSpelling
{
    /// <summary>Each costs a look at every word of about its length.</summary>
    private const int MaxWords = 4;

    /// <summary>Near words whose frequency is looked up.</summary>
    private const int MaxCandidates = 8;

    /// <summary>Null when every word is known, an unknown one has no near one, or the new query would find nothing either.</summary>
    public static async Task<string?> SuggestAsync(DbSession session, SearchQuery query, Synonyms synonyms, CancellationToken cancellationToken)
    {
        var unknown = await UnknownAsync(session, query, cancellationToken);
        if (unknown.Count is 0 or > MaxWords)
        {
            return null;
        }

        var known = await session.QueryAsync<string>(
            "select word from search_word where length(word) between @least and @most",
            new { least = unknown.Min(word => word.Folded.Length - Spelling.Tolerance(word.Folded.Length)), most = unknown.Max(word => word.Folded.Length + Spelling.Tolerance(word.Folded.Length)) },
            cancellationToken);
        var corrected = new StringBuilder(query.Text);
        foreach (var (start, length, folded) in unknown.OrderByDescending(word => word.Start))
        {
            if (await LikeliestAsync(session, Spelling.Nearest(folded, known, MaxCandidates), cancellationToken) is not { } near)
            {
                return null;
            }

            corrected.Remove(start, length).Insert(start, near);
        }

        var suggestion = corrected.ToString();
        var suggested = QueryParser.Parse(suggestion, synonyms);
        return FtsExpression.All(suggested) is { } all
            && (await SectionMatches.AnyAsync(session, all, cancellationToken)
                || (FtsExpression.Any(suggested) is { } any && await SectionMatches.AnyAsync(session, any, cancellationToken)))
            ? suggestion
            : null;
    }

    /// <summary>The most frequent of the nearest. Null when none is in any text: a word may be known from an item that has gone.</summary>
    private static async Task<string?> LikeliestAsync(DbSession session, IReadOnlyList<(string Word, int Cost)> near, CancellationToken cancellationToken)
    {
        var best = (Word: (string?)null, Cost: int.MaxValue, Frequency: 0);
        foreach (var (word, cost) in near.TakeWhile(candidate => candidate.Cost <= best.Cost))
        {
            var frequency = await session.FirstOrDefaultAsync<int>(
                "select count(*) from (select 1 from search_text where search_text match @term limit 1000)", new { term = Ways(word) }, cancellationToken);
            best = frequency > best.Frequency ? (word, cost, frequency) : best;
        }

        return best.Word;
    }

    private static string Ways(ReadOnlySpan<char> word)
    {
        var ways = new List<string>();
        foreach (var analyzer in TextAnalyzer.All)
        {
            ways.Add(FtsExpression.Term(analyzer.WordOf(word).Term));
        }

        return string.Join(" OR ", ways);
    }

    private static async Task<IReadOnlyList<(int Start, int Length, string Folded)>> UnknownAsync(DbSession session, SearchQuery query, CancellationToken cancellationToken)
    {
        var unknown = new List<(int Start, int Length, string Folded)>();
        foreach (var term in query.Terms)
        {
            foreach (var token in TextAnalyzer.Default.Analyze(term.Text).Where(token => token.Parts == 1))
            {
                if (!await SectionMatches.AnyAsync(session, Ways(term.Text.AsSpan(token.Start, token.Length)), cancellationToken))
                {
                    unknown.Add((term.Start + token.Start, token.Length, token.Word.Folded));
                }
            }
        }

        return unknown;
    }
}
