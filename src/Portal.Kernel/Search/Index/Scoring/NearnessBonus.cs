using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>What sections gain because plain words that were typed side by side stand close in them.</summary>
internal sealed class NearnessBonus(IReadOnlyList<PlanLeaf> leaves, LeafMatches matches, HeldBlocks blocks, Arena arena)
{
    /// <summary>The pairs of neighbouring plain words of a plan, as one list of leaves; fewer than two means that nothing can be near.</summary>
    public static IReadOnlyList<PlanLeaf> Plain(Plan plan)
        => [.. plan.Root.Wanted.Concat(plan.Root.Required).OfType<PlanLeaf>().Where(leaf => leaf.IsPlain).OrderBy(leaf => leaf.Number)];

    /// <param name="live">The segment of the sections.</param>
    /// <param name="sections">In ascending order.</param>
    public float[] Of(LiveSegment live, ReadOnlySpan<int> sections)
    {
        var places = new TermPositions[leaves.Count][];
        for (var i = 0; i < leaves.Count; i++)
        {
            places[i] = Positions(live.Segment, leaves[i], sections);
        }

        var bonus = new float[sections.Length];
        for (var i = 1; i < leaves.Count; i++)
        {
            var worth = Ranking.Nearness * Math.Min(matches.Rarities[leaves[i - 1].Number], matches.Rarities[leaves[i].Number]);
            for (var section = 0; section < sections.Length; section++)
            {
                bonus[section] += worth * Nearness(places[i - 1], places[i], section);
            }
        }

        return bonus;
    }

    // Of a word's ways those that are one term: what stands for it in several is found as a phrase, and near by itself.
    private TermPositions[] Positions(Segment segment, PlanLeaf leaf, ReadOnlySpan<int> sections)
    {
        var found = new List<TermPositions>();
        foreach (var alternative in leaf.Alternatives.Where(alternative => alternative is { Space: TermSpace.Stems, Terms.Count: 1 }))
        {
            if (TermPlaces.Find(segment, alternative) is [{ } entry])
            {
                var positions = new TermPositions(arena, sections.Length);
                positions.Read(new PostingList(blocks.List(segment, BlockKind.Postings, entry.Postings), entry.Count), blocks.List(segment, BlockKind.Positions, entry.Positions), sections);
                found.Add(positions);
            }
        }

        return [.. found];
    }

    /// <summary>1 for the second word right behind the first, less with every word between, and less again in the other order.</summary>
    private static float Nearness(TermPositions[] first, TermPositions[] second, int section)
    {
        var best = 0f;
        foreach (var one in first)
        {
            foreach (var other in second)
            {
                best = Math.Max(best, Nearness(one.In(section), other.In(section)));
            }
        }

        return best;
    }

    private static float Nearness(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var (i, j, best) = (0, 0, 0f);
        while (i < first.Length && j < second.Length)
        {
            var distance = second[j] - first[i];
            var away = distance > 0 ? distance : 1 - distance;
            if (distance != 0 && away <= Ranking.Near)
            {
                best = Math.Max(best, 1f / away);
            }

            _ = distance > 0 ? i++ : j++;
        }

        return best;
    }
}
