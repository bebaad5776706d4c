using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>
/// Makes a posting list: the sections that have a term, in ascending order, each as its distance from the last with the frequencies, and apart from that
/// the positions. Every <see cref="PostingList.Block"/> postings it notes where it stands, so that a reader can leap.
/// </summary>
internal sealed class PostingEncoder(bool withPositions)
{
    private readonly ByteBuffer _postings = new(8);
    private readonly ByteBuffer? _positions = withPositions ? new(8) : null;
    private List<(int Section, int Postings, int Positions)>? _leaps;
    private int _last = -1;
    private int _section = -1;
    private int _title;
    private int _heading;
    private int _body;
    private TextField _field;
    private int _position;

    public int Count { get; private set; }

    public int Size => _postings.Length + (_positions?.Length ?? 0);

    public ReadOnlySpan<byte> Positions => _positions is null ? [] : _positions.Written;

    /// <summary>A place where the term stands: sections ascend, in a section fields come in the order title, heading, text, and in a field positions ascend.</summary>
    public void Add(int section, TextField field, int position)
    {
        if (section != _section)
        {
            End();
            (_section, _field) = (section, field);
            _position = 0;
        }
        else if (field != _field)
        {
            _field = field;
            _position = 0;
        }

        ref var count = ref field == TextField.Title ? ref _title : ref field == TextField.Heading ? ref _heading : ref _body;
        if (count == (field == TextField.Body ? Frequency.MaxBody : Frequency.MaxShort))
        {
            return;
        }

        count++;
        _positions?.Number(position - _position);
        _position = position;
    }

    /// <summary>A posting as another list has it.</summary>
    public void Add(int section, Frequency frequency, ReadOnlySpan<byte> positions)
    {
        End();
        Write(section, frequency, positions);
    }

    /// <summary>Ends the list and writes it, the positions not.</summary>
    public void WriteTo(ByteBuffer target)
    {
        End();
        if (Count > PostingList.Block)
        {
            var (section, postings, positions) = (-1, 0, 0);
            foreach (var leap in _leaps ?? [])
            {
                target.Number(leap.Section - section);
                target.Number(leap.Postings - postings);
                target.Number(leap.Positions - positions);
                (section, postings, positions) = leap;
            }
        }

        target.Bytes(_postings.Written);
    }

    public void Clear()
    {
        _postings.Clear();
        _positions?.Clear();
        _leaps?.Clear();
        (_last, _section, Count, _title, _heading, _body) = (-1, -1, 0, 0, 0, 0);
    }

    private void End()
    {
        if (_section >= 0)
        {
            var frequency = new Frequency(_title, _heading, _body);
            var section = _section;
            (_section, _title, _heading, _body) = (-1, 0, 0, 0);
            Write(section, frequency, []);
        }
    }

    // The positions of the posting that is being ended are written already, so where a block's begin is noted when the one before ends.
    private void Write(int section, Frequency frequency, ReadOnlySpan<byte> positions)
    {
        var delta = section - _last - 1;
        _last = section;
        if (frequency == Frequency.Once)
        {
            _postings.Number(delta << 1);
        }
        else
        {
            _postings.Number((delta << 1) | 1);
            WriteFrequency(frequency);
        }

        _positions?.Bytes(positions);
        if (++Count % PostingList.Block == 0)
        {
            (_leaps ??= []).Add((section, _postings.Length, _positions?.Length ?? 0));
        }
    }

    private void WriteFrequency(Frequency frequency)
    {
        _postings.Byte(Math.Min(frequency.Title, 3) | (Math.Min(frequency.Heading, 3) << 2) | (Math.Min(frequency.Body, 15) << 4));
        if (frequency.Title >= 3)
        {
            _postings.Number(frequency.Title - 3);
        }

        if (frequency.Heading >= 3)
        {
            _postings.Number(frequency.Heading - 3);
        }

        if (frequency.Body >= 15)
        {
            _postings.Number(frequency.Body - 15);
        }
    }
}
