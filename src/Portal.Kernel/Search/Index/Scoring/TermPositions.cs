using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>Where a term stands in some sections. Fields lie far apart, so that nothing in one is near anything in another.</summary>
internal sealed class TermPositions(Arena arena, int sections)
{
    private const int FieldBits = 22;
    private const int LastInField = (1 << FieldBits) - 1;

    private readonly int[] _starts = arena.Numbers(sections + 1);
    private int[] _positions = arena.Numbers(Math.Max(16, sections * 2));
    private int _count;
    private int _sections;

    public ReadOnlySpan<int> In(int place) => _positions.AsSpan(_starts[place].._starts[place + 1]);

    public static TextField FieldOf(int position) => (position >> FieldBits) switch
    {
        0 => TextField.Title,
        1 => TextField.Heading,
        _ => TextField.Body,
    };

    /// <summary>Reads the positions in each of the sections, which ascend; a section without the term has none.</summary>
    public void Read(PostingList list, ReadOnlySpan<byte> positions, ReadOnlySpan<int> sections)
    {
        var reader = new ByteReader(positions);
        var (start, passed) = (0, 0);
        foreach (var section in sections)
        {
            _starts[_sections++] = _count;
            if (!list.NextFrom(section) || list.Section != section)
            {
                continue;
            }

            if (list.PositionsBase != start)
            {
                (start, passed) = (list.PositionsBase, 0);
                reader.At = start;
            }

            reader.Skip(list.PositionsPassed - passed);
            passed = list.PositionsPassed + list.Frequency.Total;
            Add(ref reader, list.Frequency.Title, 0);
            Add(ref reader, list.Frequency.Heading, 1);
            Add(ref reader, list.Frequency.Body, 2);
        }

        _starts[_sections] = _count;
    }

    private void Add(ref ByteReader reader, int count, int field)
    {
        var position = 0;
        for (; count > 0; count--)
        {
            position += reader.Number();
            if (_count == _positions.Length)
            {
                var more = arena.Numbers(_count * 2);
                _positions.CopyTo(more, 0);
                _positions = more;
            }

            _positions[_count++] = (field << FieldBits) + Math.Min(position, LastInField);
        }
    }
}
