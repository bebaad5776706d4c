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
    private const string InOthers = "No page in your language or in English has this; these pages are in other languages.";

    private readonly IndexMemory _memory = new(options);

    public Task IndexAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken)
        => IndexChange.Of(session, options).AddAsync(document, cancellationToken);

    public Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => IndexChange.Of(session, options).RemoveAsync(itemId, cancellationToken);

    public Task ClearAsync(DbSession session, CancellationToken cancellationToken)
        => IndexChange.Of(session, options).ClearAsync(cancellationToken);

    public async Task<bool> IsStaleAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return await session.FirstOrDefaultAsync<long>(
            "select count(*) from search_state where stale <> 0 or (form <> @Current and exists (select 1 from search_segment))", new { IndexForm.Current }, cancellationToken) != 0;
    }

    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var context = QueryContext.Of(request);
        var query = QueryParser.Parse(request.Query, context);
        if (request.Filters.Count == 0 && query.Clauses.All(clause => clause.Occur == Occur.Excluded))
        {
            return SearchResult.Empty with { Notes = [.. query.Notes, .. WhyNothing.NothingAsked(query) is { } why ? [why] : Array.Empty<string>()] };
        }

        var size = Math.Clamp(request.Size, 1, MaxSize);
        var skipped = (int)Math.Min(int.MaxValue - MaxSize, (Math.Max(1L, request.Page) - 1) * size);
        using var run = await BeginAsync(cancellationToken);
        await using var session = run.Session;
        var answer = await new Answering(run, request, context, skipped + size).AnswerAsync(query, cancellationToken);
        var (asked, ranked) = (answer.Query, answer.Ranked);
        return new SearchResult
        {
            Total = ranked.Total,
            Hits = await new HitReader(run, asked, ranked).ReadAsync([.. ranked.Items.Skip(skipped).Take(size)], cancellationToken),
            Facets = ranked.Facets,
            Words = [.. asked.Terms.Select(term => term.Text)],
            AlsoSearched = AddedWordings.Of(asked, answer.Context, run.State),
            Notes = [.. query.Notes, .. answer.IsInOthers ? [InOthers] : Array.Empty<string>(), .. ranked.Plan.Notes, .. ranked.Total == 0 ? [WhyNothing.Of(answer, request.Filters.Count > 0)] : Array.Empty<string>()],
            Relaxed = ranked.Matches is { Relaxed: true, Any: true, Whole: 0 },
            Whole = ranked.Matches is { Relaxed: true, Whole: > 0 } partly ? partly.Whole : null,
            DidYouMean = answer.Near,
            SearchedInstead = answer.IsNear ? answer.Near : null,
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
