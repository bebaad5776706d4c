using System.Globalization;
using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Writing;

namespace Portal.Kernel.Search.Index.Reading;

/// <summary>
/// Keeps the newest state of the index between searches. Only committed states come here: they are read by sessions that cannot write. A segment's id means
/// the same segment for ever and the dead stay dead, so a newer state is made from the one before by what has changed, whichever process changed it.
/// </summary>
internal sealed class IndexStates
{
    private volatile IndexState _newest = IndexState.Empty;

    public FacetNumbers Facets { get; } = new();

    /// <summary>What the session's snapshot sees.</summary>
    public async ValueTask<IndexState> OfAsync(DbSession session, CancellationToken cancellationToken)
    {
        var version = await session.FirstOrDefaultAsync<long>("select version from search_state where id = 1", null, cancellationToken);
        var newest = _newest;
        if (newest.Version == version)
        {
            return newest;
        }

        // A snapshot that is older than what is kept is read from the beginning, and not kept.
        var state = await ReadOnAsync(session, newest.Version < version ? newest : IndexState.Empty, version, cancellationToken);
        if (version > _newest.Version)
        {
            _newest = state;
        }

        return state;
    }

    private async Task<IndexState> ReadOnAsync(DbSession session, IndexState from, long version, CancellationToken cancellationToken)
    {
        var rows = await IndexTables.SegmentsAsync(session, cancellationToken);
        var known = from.Segments.ToDictionary(segment => segment.Segment.Id);
        // All that died since, and of a segment that is new here all that ever did.
        var ranges = rows.Where(row => !known.ContainsKey(row.Id)).Select(row => string.Create(CultureInfo.InvariantCulture, $" or item between {row.FirstItem} and {row.LastItem}"));
        var dead = await session.QueryAsync<long>($"select item from search_dead where version > @Version{string.Concat(ranges)} order by item", new { from.Version }, cancellationToken);
        var segments = new List<LiveSegment>(rows.Count);
        foreach (var row in rows)
        {
            var segment = known.GetValueOrDefault(row.Id) ?? new LiveSegment(new Segment(row.Id, await IndexTables.DataAsync(session, row.Id, cancellationToken), Facets));
            segments.Add(segment.Without(Between(dead, row.FirstItem, row.LastItem)));
        }

        return new IndexState(version, segments);
    }

    private static IEnumerable<long> Between(IReadOnlyList<long> dead, long first, long last) => dead.SkipWhile(item => item < first).TakeWhile(item => item <= last);
}
