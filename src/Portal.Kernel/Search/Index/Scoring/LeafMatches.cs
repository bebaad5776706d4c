using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>What the leaves of a plan found in each segment, scored.</summary>
internal sealed class LeafMatches
{
    private readonly MatchList[][] _lists;

    private LeafMatches(MatchList[][] lists, float[] rarities)
    {
        _lists = lists;
        Rarities = rarities;
    }

    /// <summary>By leaf: what a find of it is worth at the most.</summary>
    public IReadOnlyList<float> Rarities { get; }

    public MatchList Of(PlanLeaf leaf, int segment) => _lists[leaf.Number][segment];

    /// <summary>How many sections have it.</summary>
    public long Found(PlanLeaf leaf) => _lists[leaf.Number].Sum(list => (long)list.Count);

    /// <summary>Reads all lists, and only then scores: how rare a word is shows when all segments have been read.</summary>
    public static LeafMatches Read(IndexState state, Plan plan, LeafReader reader, CancellationToken cancellationToken)
    {
        var lists = new MatchList[plan.Leaves.Count][];
        var rarities = new float[plan.Leaves.Count];
        foreach (var leaf in plan.Leaves)
        {
            var found = lists[leaf.Number] = new MatchList[state.Segments.Count];
            for (var segment = 0; segment < found.Length; segment++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                found[segment] = reader.Read(state.Segments[segment], leaf);
            }

            rarities[leaf.Number] = Ranking.Rarity(state.Sections, found.Sum(list => (long)list.Count));
            foreach (var list in found)
            {
                Saturate(list, leaf.Boost * rarities[leaf.Number]);
            }
        }

        return new LeafMatches(lists, rarities);
    }

    private static void Saturate(MatchList list, float worth)
    {
        var all = worth * (Ranking.K1 + 1);
        foreach (ref var score in list.Scores)
        {
            score = all * score / (Ranking.K1 + score);
        }
    }
}
