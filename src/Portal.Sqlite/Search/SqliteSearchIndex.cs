using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;

namespace Portal.Sqlite.Search;

/// <summary>The search index in tables beside the items', with FTS5.</summary>
public sealed class SqliteSearchIndex(IDatabase database) : ISearchIndex
{
    private const int MaxSize = 100;

    private readonly FacetTables _facets = new();

    public Task IndexAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken)
        => PendingDocuments.AddAsync(session, document, cancellationToken);

    public async Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken)
    {
        await PendingDocuments.WriteAllAsync(session, cancellationToken);
        await SearchWriter.RemoveAsync(session, itemId, cancellationToken);
    }

    public async Task ClearAsync(DbSession session, CancellationToken cancellationToken)
    {
        await PendingDocuments.WriteAllAsync(session, cancellationToken);
        await SearchWriter.ClearAsync(session, cancellationToken);
    }

    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = QueryParser.Parse(request.Query, QueryContext.Of(request));
        request = request with { Filters = [.. request.Filters, .. FtsExpression.Filters(query)] };
        var browses = query.Terms.Count == 0 && request.Filters.Count > 0;
        if (query.Terms.Count == 0 && !browses)
        {
            return SearchResult.Empty;
        }

        await using var session = await database.ReadAsync(cancellationToken);
        var matches = browses ? await SectionMatches.AllAsync(session, cancellationToken) : await SectionMatches.FindAsync(session, query, cancellationToken);
        var selection = await _facets.WithAsync(session, table => ItemSelection.Of(table, matches.List, request), cancellationToken);
        var page = selection.Page(Math.Max(1, request.Page), Math.Clamp(request.Size, 1, MaxSize)).ToList();
        return new SearchResult
        {
            Total = selection.Items.Count,
            Hits = await new HitReader(session, query, matches.List).ReadAsync(page, cancellationToken),
            Facets = selection.Facets,
            Words = [.. query.Terms.Select(term => term.Text)],
            AlsoSearched = query.AlsoSearched,
            Notes = query.Notes,
            Relaxed = matches.Relaxed && matches.List.Count > 0,
            DidYouMean = !browses && (matches.Relaxed || matches.List.Count == 0)
                ? await NearSpelling.SuggestAsync(session, query, request.Synonyms, cancellationToken)
                : null,
        };
    }

    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string text, int size, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return await SuggestionReader.ReadAsync(session, text, Math.Min(size, MaxSize), cancellationToken);
    }
}
