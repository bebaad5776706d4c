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

    /// <summary>Null when every word is known, an unknown one has no near one, or the new query would find nothing either.</summary>
    public static async Task<string?> SuggestAsync(DbSession session, SearchQuery query, Synonyms synonyms, CancellationToken cancellationToken)
    {
        var unknown = await UnknownAsync(session, query, cancellationToken);
        if (unknown.Count is 0 or > MaxWords)
        {
            return null;
        }

        var known = await session.QueryAsync<(string Word, long Count)>(
            "select word, count from search_word where length(word) between @least and @most",
            new { least = unknown.Min(word => word.Folded.Length - Spelling.Tolerance(word.Folded.Length)), most = unknown.Max(word => word.Folded.Length + Spelling.Tolerance(word.Folded.Length)) },
            cancellationToken);
        var corrected = new StringBuilder(query.Text);
        foreach (var (start, length, folded) in unknown.OrderByDescending(word => word.Start))
        {
            if (Spelling.Nearest(folded, known) is not { } near)
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

    private static async Task<IReadOnlyList<(int Start, int Length, string Folded)>> UnknownAsync(DbSession session, SearchQuery query, CancellationToken cancellationToken)
    {
        var unknown = new List<(int Start, int Length, string Folded)>();
        foreach (var term in query.Terms)
        {
            foreach (var token in TextAnalyzer.Default.Analyze(term.Text).Where(token => token.Parts == 1))
            {
                var ways = TextAnalyzer.All.Select(analyzer => FtsExpression.Term(analyzer.WordOf(term.Text.AsSpan(token.Start, token.Length)).Term));
                if (!await SectionMatches.AnyAsync(session, string.Join(" OR ", ways), cancellationToken))
                {
                    unknown.Add((term.Start + token.Start, token.Length, token.Word.Folded));
                }
            }
        }

        return unknown;
    }
}
