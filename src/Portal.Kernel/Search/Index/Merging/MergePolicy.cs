using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Writing;

namespace Portal.Kernel.Search.Index.Merging;

/// <summary>
/// Which neighbouring segments become one: as many of like size (the same power of the merge factor) as the factor says, or one that is mostly dead. So each
/// section is written anew no more often than the logarithm of their number, and there are few segments. Neighbours only, so that ranges of items stay apart.
/// </summary>
internal sealed class MergePolicy(SearchOptions options)
{
    // Smaller segments are all of one size.
    private const int Smallest = 32;

    /// <summary>The run to merge, or null when none is due that has no more than <paramref name="most"/> sections.</summary>
    public (int First, int Count)? Next(IReadOnlyList<MergeCandidate> segments, long most)
    {
        most = Math.Min(most, options.MaxSections);
        for (var first = 0; first < segments.Count; first++)
        {
            // More than a third of its items are gone.
            if (segments[first].Dead * 3 > segments[first].Row.Items && segments[first].Row.Sections <= Math.Max(most, Smallest))
            {
                return (first, 1);
            }
        }

        for (var first = segments.Count - options.MergeFactor; first >= 0; first--)
        {
            var run = segments.Skip(first).Take(options.MergeFactor).ToList();
            var level = run.Max(segment => Level(segment.Row.Sections));
            if (run.Sum(segment => segment.Row.Sections) <= most && run.All(segment => Level(segment.Row.Sections) >= level - 0.75))
            {
                return (first, options.MergeFactor);
            }
        }

        return null;
    }

    private double Level(long sections) => Math.Log(Math.Max(sections, Smallest), options.MergeFactor);
}

/// <summary>A segment as the policy sees it.</summary>
internal sealed record MergeCandidate(SegmentRow Row, int Dead)
{
    public static async Task<IReadOnlyList<MergeCandidate>> AllAsync(DbSession session, CancellationToken cancellationToken)
    {
        var rows = await IndexTables.SegmentsAsync(session, cancellationToken);
        var dead = rows.Count == 0 ? [] : await IndexTables.DeadAsync(session, rows[0].FirstItem, rows[^1].LastItem, cancellationToken);
        var at = 0;
        var candidates = new List<MergeCandidate>(rows.Count);
        foreach (var row in rows)
        {
            var first = at;
            while (at < dead.Count && dead[at] <= row.LastItem)
            {
                at++;
            }

            candidates.Add(new MergeCandidate(row, at - first));
        }

        return candidates;
    }
}
