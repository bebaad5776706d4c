using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Results;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Index.Writing;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index;

/// <summary>The search index in tables beside the items', the same on every database. See the README beside it.</summary>
public sealed class SearchIndex(IDatabase database, SearchOptions options) : ISearchIndex
{
    private const int MaxSize = 100;

    private readonly IndexMemory _memory = new(options);

    public async Task IndexAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken)
        => await (await IndexChange.OfAsync(session, options, cancellationToken)).AddAsync(document, cancellationToken);

    public async Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => await (await IndexChange.OfAsync(session, options, cancellationToken)).RemoveAsync(itemId, cancellationToken);

    public async Task ClearAsync(DbSession session, CancellationToken cancellationToken)
        => await (await IndexChange.OfAsync(session, options, cancellationToken)).ClearAsync(cancellationToken);

    public async Task<bool> IsStaleAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return await session.FirstOrDefaultAsync<long>("select stale from search_state where id = 1", null, cancellationToken) != 0;
    }

    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = QueryParser.Parse(request.Query, QueryContext.Of(request));
        if (request.Filters.Count == 0 && query.Clauses.All(clause => clause.Occur == Occur.Excluded))
        {
            return SearchResult.Empty with { Notes = query.Notes };
        }

        var size = Math.Clamp(request.Size, 1, MaxSize);
        var skipped = Math.Min(int.MaxValue - MaxSize, (Math.Max(1L, request.Page) - 1) * size);
        using var run = await BeginAsync(cancellationToken);
        await using var session = run.Session;
        var ranked = await RankedItems.FindAsync(run, run.PlanFor(query, cancellationToken), request, (int)skipped + size, cancellationToken);
        var (asked, near) = (ranked, default(string));
        if (!ranked.Matches.Any || ranked.Matches.Relaxed)
        {
            near = await new NearSpelling(run).OfAsync(query, cancellationToken);
        }

        if (near is not null)
        {
            var other = QueryParser.Parse(near, QueryContext.Of(request));
            var found = await RankedItems.FindAsync(run, run.PlanFor(other, cancellationToken), request, (int)skipped + size, cancellationToken);
            near = found.Matches.Any ? near : null;
            (query, ranked) = found.Matches.Any && !ranked.Matches.Any ? (other, found) : (query, ranked);
        }

        return new SearchResult
        {
            Total = ranked.Total,
            Hits = await new HitReader(run, query, ranked).ReadAsync([.. ranked.Items.Skip((int)skipped).Take(size)], cancellationToken),
            Facets = ranked.Facets,
            Words = [.. query.Terms.Select(term => term.Text)],
            AlsoSearched = query.AlsoSearched,
            Notes = [.. query.Notes, .. ranked.Plan.Notes],
            Relaxed = ranked.Matches.Relaxed && ranked.Matches.Any,
            DidYouMean = near,
            SearchedInstead = ranked == asked ? null : near,
        };
    }

    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string text, int size, CancellationToken cancellationToken)
    {
        using var run = await BeginAsync(cancellationToken);
        await using var session = run.Session;
        return await new Suggestions(run).OfAsync(text, Math.Min(size, MaxSize), cancellationToken);
    }

    public async Task<IReadOnlyList<SearchHit>> LikeAsync(string itemId, int size, CancellationToken cancellationToken)
    {
        using var run = await BeginAsync(cancellationToken);
        await using var session = run.Session;
        return await new MoreLikeThis(run).OfAsync(itemId, Math.Clamp(size, 1, MaxSize), cancellationToken);
    }

    private async Task<SearchRun> BeginAsync(CancellationToken cancellationToken)
    {
        var session = await database.ReadAsync(cancellationToken);
        try
        {
            return new SearchRun(session, await _memory.States.OfAsync(session, cancellationToken), _memory);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
