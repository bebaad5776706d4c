using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>The sections that match a query, by segment.</summary>
/// <param name="Lists">In the order of the state's segments.</param>
/// <param name="Relaxed">Whether no section had all that was wanted, so that these have the most of it.</param>
internal sealed record Matches(IReadOnlyList<MatchList> Lists, bool Relaxed)
{
    public bool Any => Lists.Any(list => list.Count > 0);

    public static Matches Find(IndexState state, Plan plan, LeafMatches leaves, Arena arena, CancellationToken cancellationToken)
    {
        var all = new List<MatchList>(state.Segments.Count);
        for (var segment = 0; segment < state.Segments.Count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(new TreeReader(state.Segments[segment], segment, leaves, arena).All(plan.Root));
        }

        var matches = new Matches(all, Relaxed: false);
        return matches.Any || plan.Root.Wanted.Count < 2 ? matches : MostOf(state, plan, leaves, arena, cancellationToken);
    }

    /// <summary>
    /// Those that have at least half as many of the parts as the one that has most. What a section lacks takes from its score as much as that is of what
    /// all parts are worth.
    /// </summary>
    private static Matches MostOf(IndexState state, Plan plan, LeafMatches leaves, Arena arena, CancellationToken cancellationToken)
    {
        var worths = plan.Root.Wanted.Select(node => node.Boost * Worth(node, leaves)).ToList();
        var found = new List<(MatchList List, int[] Parts)>(state.Segments.Count);
        var most = 0;
        for (var segment = 0; segment < state.Segments.Count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var list = new TreeReader(state.Segments[segment], segment, leaves, arena).Any(plan.Root, worths, out var parts);
            found.Add((list, parts));
            for (var i = 0; i < list.Count; i++)
            {
                most = Math.Max(most, parts[i]);
            }
        }

        return new Matches([.. found.Select(segment => Half(segment.List, segment.Parts, most, arena))], Relaxed: true);
    }

    private static MatchList Half(MatchList list, int[] parts, int most, Arena arena)
    {
        var kept = arena.List(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (parts[i] * 2 >= most)
            {
                kept.Add(list.Sections[i], list.Scores[i]);
            }
        }

        return kept;
    }

    private static float Worth(PlanNode node, LeafMatches leaves) => node switch
    {
        PlanLeaf leaf => leaves.Rarities[leaf.Number],
        PlanAny any => any.Nodes.Select(one => Worth(one, leaves)).DefaultIfEmpty().Max(),
        PlanAll all => all.Wanted.Concat(all.Required).Sum(one => Worth(one, leaves)),
        _ => 0,
    };
}
