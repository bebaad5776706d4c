using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Portal.Kernel.Data;
using Portal.Kernel.Search.Queries;

namespace Portal.Sqlite.Search;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct SectionMatch(long Section, double Score);

/// <summary>The sections that match a query, in the order of their ids, with their scores: greater is better.</summary>
internal sealed record SectionMatches(List<SectionMatch> List, bool Relaxed)
{
    /// <summary>A word more counts more than any score: BM25 stays far below this.</summary>
    private const double Word = 1000;

    public static async Task<SectionMatches> FindAsync(DbSession session, SearchQuery query, CancellationToken cancellationToken)
    {
        if (FtsExpression.All(query) is not { } all)
        {
            return new SectionMatches([], Relaxed: false);
        }

        var matches = await ScoredAsync(session, all, cancellationToken);
        var each = FtsExpression.Each(query);
        return matches.Count > 0 || each.Count < 2
            ? new SectionMatches(matches, Relaxed: false)
            : new SectionMatches(await MostOfAsync(session, FtsExpression.Any(query)!, each, cancellationToken), Relaxed: true);
    }

    /// <summary>The first section of every item, so scored that items come by their titles: for a reader who chooses filters and types no words.</summary>
    public static async Task<SectionMatches> AllAsync(DbSession session, CancellationToken cancellationToken)
    {
        var items = await session.QueryAsync<(long Id, long Rank)>(
            "select id, row_number() over (order by title collate nocase desc, id desc) from search_item order by id", null, cancellationToken);
        return new SectionMatches([.. items.Select(item => new SectionMatch(SectionId.Of(item.Id, 0), item.Rank))], Relaxed: false);
    }

    public static async Task<bool> AnyAsync(DbSession session, string expression, CancellationToken cancellationToken)
        => await session.FirstOrDefaultAsync<long?>("select rowid from search_text where search_text match @expression limit 1", new { expression }, cancellationToken) is not null;

    /// <summary>Those that have at least half as many of the words as the one that has most.</summary>
    private static async Task<List<SectionMatch>> MostOfAsync(DbSession session, string any, IReadOnlyList<string> each, CancellationToken cancellationToken)
    {
        var matches = await ScoredAsync(session, any, cancellationToken);
        var words = new int[matches.Count];
        foreach (var word in each)
        {
            var at = 0;
            await foreach (var section in SectionsAsync(session, word, cancellationToken))
            {
                while (at < matches.Count && matches[at].Section < section)
                {
                    at++;
                }

                if (at < matches.Count && matches[at].Section == section)
                {
                    words[at]++;
                }
            }
        }

        var most = words.DefaultIfEmpty().Max();
        return [.. matches.Select((match, i) => match with { Score = match.Score + (words[i] * Word) }).Where((_, i) => words[i] * 2 >= most)];
    }

    private static async Task<List<SectionMatch>> ScoredAsync(DbSession session, string expression, CancellationToken cancellationToken)
    {
        // Sorted here and not in SQL: every match is needed for the counts anyway, and items are ranked, not sections.
        await using var command = session.CreateCommand("select rowid, bm25(search_text, 4.0, 3.0, 1.0) from search_text where search_text match @expression order by rowid");
        AddExpression(command, expression);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var matches = new List<SectionMatch>();
        while (reader.Read())
        {
            matches.Add(new SectionMatch(reader.GetInt64(0), -reader.GetDouble(1)));
            StopIfCancelled(matches.Count, cancellationToken);
        }

        return matches;
    }

    private static async IAsyncEnumerable<long> SectionsAsync(
        DbSession session, string expression, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = session.CreateCommand("select rowid from search_text where search_text match @expression order by rowid");
        AddExpression(command, expression);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (var count = 1; reader.Read(); count++)
        {
            StopIfCancelled(count, cancellationToken);
            yield return reader.GetInt64(0);
        }
    }

    private static void AddExpression(DbCommand command, string expression)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@expression";
        parameter.Value = expression;
        command.Parameters.Add(parameter);
    }

    private static void StopIfCancelled(int count, CancellationToken cancellationToken)
    {
        if (count % 1024 == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
