using System.Runtime.InteropServices;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>Finds where terms follow one another, or stand no further from their order than the slop allows.</summary>
internal sealed class PhraseReader(HeldBlocks blocks, Arena arena)
{
    public MatchList Read(LiveSegment live, TermEntry[] entries, Alternative phrase, FieldWeighing weighing)
    {
        var sections = Candidates(live, entries);
        if (sections.Count == 0)
        {
            return sections;
        }

        var words = new TermPositions[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            words[i] = new TermPositions(arena, sections.Count);
            words[i].Read(
                new PostingList(blocks.List(live.Segment, BlockKind.Postings, entries[i].Postings), entries[i].Count),
                blocks.List(live.Segment, BlockKind.Positions, entries[i].Positions), sections.Sections);
        }

        var found = arena.List(sections.Count);
        for (var place = 0; place < sections.Count; place++)
        {
            var frequency = phrase.Slop == 0 ? Exact(words, place) : Near(words, place, phrase);
            if (frequency.Total > 0 && weighing.Of(sections.Sections[place], frequency) is > 0 and var weight)
            {
                found.Add(sections.Sections[place], weight);
            }
        }

        return found;
    }

    /// <summary>The sections that have all the terms: the rarest is read whole, the others are leapt through.</summary>
    private MatchList Candidates(LiveSegment live, TermEntry[] entries)
    {
        MatchList? candidates = null;
        foreach (var entry in entries.OrderBy(entry => entry.Count))
        {
            var list = new PostingList(blocks.List(live.Segment, BlockKind.Postings, entry.Postings), entry.Count);
            var left = arena.List(candidates?.Count ?? entry.Count);
            if (candidates is null)
            {
                while (list.Next())
                {
                    if (live.Lives(list.Section))
                    {
                        left.Add(list.Section, 0);
                    }
                }
            }
            else
            {
                foreach (var section in candidates.Sections)
                {
                    if (list.NextFrom(section) && list.Section == section)
                    {
                        left.Add(section, 0);
                    }
                }
            }

            candidates = left;
        }

        return candidates!;
    }

    private static Frequency Exact(TermPositions[] words, int place)
    {
        var counts = default(FieldCounts);
        foreach (var first in words[0].In(place))
        {
            var i = 1;
            while (i < words.Length && words[i].In(place).BinarySearch(first + i) >= 0)
            {
                i++;
            }

            counts.Add(first, i == words.Length);
        }

        return counts.Frequency;
    }

    /// <summary>
    /// Each place less the word's own place in the phrase is the same number for all words of an exact find; how far these numbers lie apart is how far the
    /// words are out of order. The words are gone through from the left, always on with the one that lags.
    /// </summary>
    private static Frequency Near(TermPositions[] words, int place, Alternative phrase)
    {
        var counts = default(FieldCounts);
        var at = new int[words.Length];
        while (true)
        {
            var (least, lagging, most) = (int.MaxValue, 0, int.MinValue);
            for (var i = 0; i < words.Length; i++)
            {
                if (at[i] == words[i].In(place).Length)
                {
                    return counts.Frequency;
                }

                var moved = words[i].In(place)[at[i]] - i;
                (least, lagging) = moved < least ? (moved, i) : (least, lagging);
                most = Math.Max(most, moved);
            }

            counts.Add(words[lagging].In(place)[at[lagging]], most - least <= phrase.Slop && Distinct(words, place, at));
            at[lagging]++;
        }
    }

    // A word that the phrase has twice has to be there twice.
    private static bool Distinct(TermPositions[] words, int place, int[] at)
    {
        for (var i = 1; i < at.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (words[i].In(place)[at[i]] == words[j].In(place)[at[j]])
                {
                    return false;
                }
            }
        }

        return true;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct FieldCounts
    {
        private int _title;
        private int _heading;
        private int _body;

        public readonly Frequency Frequency => new(Math.Min(_title, Frequency.MaxShort), Math.Min(_heading, Frequency.MaxShort), Math.Min(_body, Frequency.MaxBody));

        public void Add(int position, bool found)
        {
            var field = found ? TermPositions.FieldOf(position) : TextField.Any;
            _title += field == TextField.Title ? 1 : 0;
            _heading += field == TextField.Heading ? 1 : 0;
            _body += field == TextField.Body ? 1 : 0;
        }
    }
}
