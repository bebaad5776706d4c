using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>Puts together what leaves found in one segment, as the query's tree says.</summary>
internal sealed class TreeReader(LiveSegment live, int segment, LeafMatches leaves, Arena arena)
{
    /// <summary>All that is wanted and required, nothing that is excluded. A query of exclusions alone means all the rest.</summary>
    public MatchList All(PlanAll all) => Held(all, [.. all.Wanted, .. all.Required]);

    /// <summary>At least one of what is wanted, with everything required. Says for each how many parts of what is wanted it has.</summary>
    public MatchList Any(PlanAll all, out int[] parts)
    {
        var lists = all.Wanted.Select(Read).ToList();
        var either = lists.Aggregate((one, other) => Lists.Either(arena, one, other, (a, b) => a + b));
        var held = all.Required.Count + all.Excluded.Count == 0 ? either : Restrict(all, either);
        parts = arena.Numbers(Math.Max(1, held.Count));
        parts.AsSpan(0, held.Count).Clear();
        foreach (var list in lists)
        {
            Count(held, list, parts);
        }

        return held;
    }

    private static void Count(MatchList held, MatchList part, int[] parts)
    {
        var at = 0;
        foreach (var section in part.Sections)
        {
            while (at < held.Count && held.Sections[at] < section)
            {
                at++;
            }

            if (at < held.Count && held.Sections[at] == section)
            {
                parts[at]++;
            }
        }
    }

    private MatchList Restrict(PlanAll all, MatchList either)
    {
        var required = all.Required.Where(node => node is not PlanFilter).Select(Read).Prepend(either).ToList();
        return Filtered(all, required.Count == 1 ? either : Lists.All(arena, required));
    }

    private MatchList Read(PlanNode node)
    {
        var list = node switch
        {
            PlanLeaf leaf => leaves.Of(leaf, segment),
            PlanAny any => any.Nodes.Select(Read).Aggregate((one, other) => Lists.Either(arena, one, other, (a, b) => a + b)),
            PlanAll all => All(all),
            PlanFilter filter => Lists.Where(arena, Everything(), Passes(filter)),
            _ => throw new NotSupportedException(node.GetType().Name),
        };
        if (node.Boost != 1 && node is PlanAny or PlanAll)
        {
            // A list may be a leaf's own, which others read.
            list = Lists.Where(arena, list, _ => true);
            list.Multiply(node.Boost);
        }

        return list;
    }

    private MatchList Held(PlanAll all, IReadOnlyList<PlanNode> nodes)
    {
        var lists = nodes.Where(node => node is not PlanFilter).Select(Read).ToList();
        return Filtered(all, lists.Count == 0 ? Everything() : Lists.All(arena, lists));
    }

    private MatchList Filtered(PlanAll all, MatchList list)
    {
        foreach (var filter in all.Required.OfType<PlanFilter>())
        {
            list = Lists.Where(arena, list, Passes(filter));
        }

        foreach (var excluded in all.Excluded)
        {
            list = excluded is PlanFilter filter
                ? Lists.Where(arena, list, section => !filter.Passes(live.Segment, live.Segment.ItemOf(section)))
                : Lists.Without(arena, list, Read(excluded));
        }

        return list;
    }

    private Func<int, bool> Passes(PlanFilter filter) => section => filter.Passes(live.Segment, live.Segment.ItemOf(section));

    private MatchList Everything()
    {
        var list = arena.List(live.Segment.Data.Sections);
        for (var section = 0; section < live.Segment.Data.Sections; section++)
        {
            if (live.Lives(section))
            {
                list.Add(section, 0);
            }
        }

        return list;
    }
}
