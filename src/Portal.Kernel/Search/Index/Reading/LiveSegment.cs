using System.Runtime.InteropServices;
using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Reading;

/// <summary>A segment with what of it lives in one state of the index. Immutable.</summary>
internal sealed class LiveSegment
{
    /// <summary>By section; null when all live.</summary>
    private readonly bool[]? _dead;

    public LiveSegment(Segment segment)
        : this(segment, null)
    {
    }

    private LiveSegment(Segment segment, bool[]? dead)
    {
        Segment = segment;
        _dead = dead;
        Titles = LengthSum.Of(segment.Data.Titles, dead);
        Headings = LengthSum.Of(segment.Data.Headings, dead);
        Bodies = LengthSum.Of(segment.Data.Bodies, dead);
        Sections = dead is null ? segment.Data.Sections : dead.AsSpan().Count(false);
    }

    public Segment Segment { get; }

    /// <summary>Those that live.</summary>
    public int Sections { get; }

    public LengthSum Titles { get; }

    public LengthSum Headings { get; }

    public LengthSum Bodies { get; }

    /// <summary>By section; empty when all live.</summary>
    public ReadOnlySpan<bool> Dead => _dead;

    public bool Lives(int section) => _dead is null || !_dead[section];

    /// <summary>Without further items; those that are not in it are passed over.</summary>
    public LiveSegment Without(IEnumerable<long> items)
    {
        bool[]? dead = null;
        foreach (var id in items)
        {
            var item = Array.BinarySearch(Segment.Items.Ids, id);
            if (item >= 0 && Lives(Segment.Items.FirstSections[item]))
            {
                dead ??= _dead is null ? new bool[Segment.Data.Sections] : [.. _dead];
                dead.AsSpan(Segment.Items.FirstSections[item]..Segment.Items.FirstSections[item + 1]).Fill(true);
            }
        }

        return dead is null ? this : new LiveSegment(Segment, dead);
    }
}

/// <summary>How long a field is in all sections that have it, and how many have it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LengthSum(long Words, long Sections)
{
    public double Average => Sections == 0 ? 1 : (double)Words / Sections;

    public static LengthSum operator +(LengthSum one, LengthSum other) => new(one.Words + other.Words, one.Sections + other.Sections);

    public static LengthSum Of(byte[] lengths, bool[]? dead)
    {
        var (words, sections) = (0L, 0L);
        for (var section = 0; section < lengths.Length; section++)
        {
            if (lengths[section] > 0 && (dead is null || !dead[section]))
            {
                words += FieldLength.Decode(lengths[section]);
                sections++;
            }
        }

        return new LengthSum(words, sections);
    }
}
