using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>The sections that match a query, by segment.</summary>
/// <param name="Lists">In the order of the state's segments.</param>
/// <param name="Relaxed">Whether too few sections have all that was wanted, so that those that have some of it are among these.</param>
internal sealed record Matches(IReadOnlyList<MatchList> Lists, bool Relaxed)
{
    /// <summary>When relaxed: how many items have all that was wanted.</summary>
    public int Whole { get; init; }

    public bool Any => Lists.Any(list => list.Count > 0);

    /// <param name="state">The index.</param>
    /// <param name="plan">What is looked for.</param>
    /// <param name="leaves">What its leaves found.</param>
    /// <param name="fill">Items that fill a page: when fewer have all that was wanted, those that have some of it follow.</param>
    /// <param name="arena">Where lists are made.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Matches Find(IndexState state, Plan plan, LeafMatches leaves, int fill, Arena arena, CancellationToken cancellationToken)
    {
        var all = new List<MatchList>(state.Segments.Count);
        for (var segment = 0; segment < state.Segments.Count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(new TreeReader(state.Segments[segment], segment, leaves, arena).All(plan.Root));
        }

        var whole = Items(state, all, fill);
        return whole >= fill || (whole > 0 ? !plan.GoesOn || Ideas(plan) < Ranking.LongQuery : plan.IsStrict || plan.Root.Wanted.Count < 2)
            ? new Matches(all, Relaxed: false)
            : MostOf(state, plan, leaves, whole, arena, cancellationToken) with { Whole = whole };
    }

    /// <summary>The parts that are wanted, where words that together are a wording of the glossary are one.</summary>
    private static int Ideas(Plan plan)
    {
        var terms = plan.Root.Wanted.Select(node => (node as PlanLeaf)?.Term).ToList();
        return terms.Where((term, i) => i == 0 || term is null || terms[i - 1] is not { } before || !term.Others.Intersect(before.Others, StringComparer.Ordinal).Any()).Count();
    }

    /// <summary>How many items have a match; no more than <paramref name="most"/> are counted.</summary>
    private static int Items(IndexState state, List<MatchList> lists, int most)
    {
        var items = 0;
        for (var segment = 0; segment < lists.Count && items < most; segment++)
        {
            var sections = lists[segment].Sections;
            for (var i = 0; i < sections.Length && items < most;)
            {
                var end = state.Segments[segment].Segment.Items.FirstSections[state.Segments[segment].Segment.ItemOf(sections[i]) + 1];
                while (i < sections.Length && sections[i] < end)
                {
                    i++;
                }

                items++;
            }
        }

        return items;
    }

    /// <summary>Those that have any of the parts after those that have all; when none has all, those that have a share of as many as the one that has most.</summary>
    private static Matches MostOf(IndexState state, Plan plan, LeafMatches leaves, int whole, Arena arena, CancellationToken cancellationToken)
    {
        var found = new List<(MatchList List, int[] Parts)>(state.Segments.Count);
        var most = 0;
        for (var segment = 0; segment < state.Segments.Count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var list = new TreeReader(state.Segments[segment], segment, leaves, arena).Any(plan.Root, out var parts);
            found.Add((list, parts));
            for (var i = 0; i < list.Count; i++)
            {
                most = Math.Max(most, parts[i]);
            }
        }

        return new Matches([.. found.Select(segment => Kept(segment.List, segment.Parts, whole > 0 ? 1 : (most + Ranking.OneIn - 1) / Ranking.OneIn, plan.Root.Wanted.Count, arena))], Relaxed: true);
    }

    private static MatchList Kept(MatchList list, int[] parts, int least, int wanted, Arena arena)
    {
        var kept = arena.List(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (parts[i] >= least)
            {
                kept.Add(list.Sections[i], list.Scores[i] + (parts[i] == wanted ? Ranking.AllOfIt : 0));
            }
        }

        return kept;
    }
}
