using Portal.Kernel.Data;

namespace Portal.Sqlite.Search;

/// <summary>Keeps the newest facet table between searches.</summary>
internal sealed class FacetTables
{
    private volatile FacetTable _newest = FacetTable.Empty;

    /// <summary>
    /// Does <paramref name="work"/> with a table that knows all it needs: the newest, else (null is its answer) that one with the items added since, by
    /// whatever process, else, for a reader whose snapshot is older than a removal, one of its own.
    /// </summary>
    public async Task<T> WithAsync<T>(DbSession session, Func<FacetTable, T?> work, CancellationToken cancellationToken)
        where T : class
    {
        if (work(_newest) is { } done)
        {
            return done;
        }

        var longer = await _newest.ReadOnAsync(session, cancellationToken);
        if (longer.Count <= 1000 || longer.Count <= 2 * await session.FirstOrDefaultAsync<int>("select count(*) from search_item", null, cancellationToken))
        {
            _newest = longer;
            if (work(longer) is { } doneThen)
            {
                return doneThen;
            }
        }

        // Much of what it knows is gone, or it lacks what is gone for others.
        _newest = await FacetTable.Empty.ReadOnAsync(session, cancellationToken);
        return work(_newest) ?? throw new InvalidOperationException("The search index has sections without their items; run 'reindex'.");
    }
}
