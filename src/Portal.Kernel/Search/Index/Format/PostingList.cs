using System.Runtime.CompilerServices;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>Reads a posting list from its beginning. Where positions are wanted, the caller keeps step in them with <see cref="PositionsPassed"/>.</summary>
internal ref struct PostingList
{
    /// <summary>Postings from one noted place to the next.</summary>
    public const int Block = 128;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _count;
    private readonly int _data;
    private ByteReader _reader;
    private int _read;

    // How far the table of leaps has been read: the whole blocks before the one that it stands at, where these end, and where that one does.
    private ByteReader _table;
    private int _blocks = -1;
    private (int Section, int Postings, int Positions) _blockStart;
    private (int Section, int Postings, int Positions) _blockEnd = (-1, 0, 0);

    public PostingList(ReadOnlySpan<byte> bytes, int count)
    {
        _bytes = bytes;
        _count = count;
        _reader = new ByteReader(bytes);
        _table = new ByteReader(bytes);
        _reader.Skip(count > Block ? count / Block * 3 : 0);
        _data = _reader.At;
        Section = -1;
    }

    public int Section { get; private set; }

    public Frequency Frequency { get; private set; }

    /// <summary>Positions of the postings before this one, since the last leap.</summary>
    public int PositionsPassed { get; private set; }

    /// <summary>Where in the bytes of the positions those since the last leap begin.</summary>
    public int PositionsBase { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        if (_read == _count)
        {
            return false;
        }

        PositionsPassed += Frequency.Total;
        _read++;
        var delta = _reader.Number();
        Section += (delta >>> 1) + 1;
        Frequency = (delta & 1) == 0 ? Frequency.Once : ReadFrequency(ref _reader);
        return true;
    }

    /// <summary>To the first posting at or after the section, by leaps where the list has noted any.</summary>
    public bool NextFrom(int section)
    {
        if (Section >= section)
        {
            return true;
        }

        if (_blockEnd.Section < section && _count > Block)
        {
            Leap(section);
        }

        while (Next())
        {
            if (Section >= section)
            {
                return true;
            }
        }

        return false;
    }

    private void Leap(int section)
    {
        while (_blockEnd.Section < section)
        {
            _blockStart = _blockEnd;
            _blockEnd = ++_blocks < _count / Block
                ? (_blockStart.Section + _table.Number(), _blockStart.Postings + _table.Number(), _blockStart.Positions + _table.Number())
                : (int.MaxValue, 0, 0);
        }

        if (_blocks * Block > _read)
        {
            _reader.At = _data + _blockStart.Postings;
            _read = _blocks * Block;
            Section = _blockStart.Section;
            PositionsBase = _blockStart.Positions;
            PositionsPassed = 0;
            Frequency = default;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Frequency ReadFrequency(ref ByteReader reader)
    {
        int code = reader.Byte();
        var (title, heading, body) = (code & 3, (code >> 2) & 3, code >> 4);
        return title < 3 && heading < 3 && body < 15 ? new(title, heading, body)
            : new(title < 3 ? title : 3 + reader.Number(), heading < 3 ? heading : 3 + reader.Number(), body < 15 ? body : 15 + reader.Number());
    }
}
