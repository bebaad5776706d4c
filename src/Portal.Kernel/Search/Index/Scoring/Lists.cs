namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>Lists of sections put together.</summary>
internal static class Lists
{
    /// <summary>What is in one or in both; what is in both counts as <paramref name="join"/> says.</summary>
    public static MatchList Either(Arena arena, MatchList one, MatchList other, Func<float, float, float> join)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }

        var result = arena.List(one.Count + other.Count);
        var (i, j) = (0, 0);
        while (i < one.Count || j < other.Count)
        {
            var left = i < one.Count ? one.Sections[i] : int.MaxValue;
            var right = j < other.Count ? other.Sections[j] : int.MaxValue;
            if (left == right)
            {
                result.Add(left, join(one.Scores[i++], other.Scores[j++]));
            }
            else if (left < right)
            {
                result.Add(left, one.Scores[i++]);
            }
            else
            {
                result.Add(right, other.Scores[j++]);
            }
        }

        return result;
    }

    /// <summary>What is in all of them, the scores added in their order, so that the sum is the same wherever it is made.</summary>
    public static MatchList All(Arena arena, IReadOnlyList<MatchList> lists)
    {
        var shortest = lists.MinBy(list => list.Count)!;
        if (lists.Count == 1 || shortest.Count == 0)
        {
            return shortest;
        }

        var result = arena.List(shortest.Count);
        var at = new int[lists.Count];
        foreach (var section in shortest.Sections)
        {
            var score = 0f;
            var i = 0;
            for (; i < lists.Count; i++)
            {
                at[i] = From(lists[i].Sections, at[i], section);
                if (at[i] == lists[i].Count || lists[i].Sections[at[i]] != section)
                {
                    break;
                }

                score += lists[i].Scores[at[i]];
            }

            if (i == lists.Count)
            {
                result.Add(section, score);
            }
        }

        return result;
    }

    public static MatchList Without(Arena arena, MatchList list, MatchList excluded) => excluded.Count == 0 ? list : Where(arena, list, section => !excluded.Has(section));

    public static MatchList Where(Arena arena, MatchList list, Func<int, bool> passes)
    {
        var result = arena.List(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (passes(list.Sections[i]))
            {
                result.Add(list.Sections[i], list.Scores[i]);
            }
        }

        return result;
    }

    /// <summary>The first place at or after <paramref name="at"/> whose section is not before this one: by doubling steps, then halving.</summary>
    private static int From(ReadOnlySpan<int> sections, int at, int section)
    {
        if (at >= sections.Length || sections[at] >= section)
        {
            return at;
        }

        var step = 1;
        while (at + step < sections.Length && sections[at + step] < section)
        {
            step *= 2;
        }

        var from = at + (step / 2);
        var found = sections[from..Math.Min(sections.Length, at + step + 1)].BinarySearch(section);
        return from + (found < 0 ? ~found : found);
    }
}
