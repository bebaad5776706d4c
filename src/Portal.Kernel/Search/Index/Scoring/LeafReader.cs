using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>Finds the sections of a segment that have a word or phrase, with its frequency weighted by field; not yet its rarity.</summary>
internal sealed class LeafReader(HeldBlocks blocks, FieldWeights weights, Arena arena)
{
    // Few lists are merged by pairs, many are laid over one another.
    private const int FewLists = 3;

    public MatchList Read(LiveSegment live, PlanLeaf leaf)
    {
        var weighing = weights.For(live.Segment.Data, leaf.Field);
        var lists = new List<MatchList>();
        float[]? sum = null;
        var few = leaf.Alternatives.Count <= FewLists;
        foreach (var alternative in leaf.Alternatives)
        {
            if (TermPlaces.Find(live.Segment, alternative) is not { } entries)
            {
                continue;
            }

            if (!few && entries.Length == 1)
            {
                sum ??= Nought(live.Segment.Data.Sections);
                Lay(live, entries[0], alternative.Weight, weighing, sum);
                continue;
            }

            var list = entries.Length == 1 ? Term(live, entries[0], weighing) : new PhraseReader(blocks, arena).Read(live, entries, alternative, weighing);
            list.Multiply(alternative.Weight);
            lists.Add(list);
        }

        if (sum is not null)
        {
            lists.Add(Swept(sum, live.Segment.Data.Sections));
        }

        return lists.Count == 0 ? MatchList.None : lists.Aggregate((one, other) => Lists.Either(arena, one, other, Math.Max));
    }

    private MatchList Term(LiveSegment live, TermEntry entry, FieldWeighing weighing)
    {
        var matches = arena.List(entry.Count);
        var list = new PostingList(blocks.List(live.Segment, BlockKind.Postings, entry.Postings), entry.Count);
        var dead = live.Dead;
        while (list.Next())
        {
            var weight = weighing.Of(list.Section, list.Frequency);
            if (weight > 0 && (dead.IsEmpty || !dead[list.Section]))
            {
                matches.Add(list.Section, weight);
            }
        }

        return matches;
    }

    private void Lay(LiveSegment live, TermEntry entry, float weight, FieldWeighing weighing, float[] sum)
    {
        var list = new PostingList(blocks.List(live.Segment, BlockKind.Postings, entry.Postings), entry.Count);
        var dead = live.Dead;
        while (list.Next())
        {
            if (dead.IsEmpty || !dead[list.Section])
            {
                ref var found = ref sum[list.Section];
                found = Math.Max(found, weight * weighing.Of(list.Section, list.Frequency));
            }
        }
    }

    private float[] Nought(int sections)
    {
        var sum = arena.Scores(sections);
        sum.AsSpan(0, sections).Clear();
        return sum;
    }

    private MatchList Swept(float[] sum, int sections)
    {
        var all = sum.AsSpan(0, sections);
        var matches = arena.List(sections - all.Count(0f));
        for (var section = 0; section < all.Length; section++)
        {
            if (all[section] > 0)
            {
                matches.Add(section, all[section]);
            }
        }

        return matches;
    }
}
