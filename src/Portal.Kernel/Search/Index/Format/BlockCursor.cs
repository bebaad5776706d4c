using System.Runtime.InteropServices;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>Which block of a segment a posting list comes to stand in, by its length alone: writer and reader count alike, so that no addresses are kept.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct BlockCursor
{
    /// <summary>A block that is as long as this takes no further list; a list that is longer than this is not parted.</summary>
    public const int Target = 32 * 1024;

    private int _number;
    private int _offset;

    public BlockPlace Next(int length)
    {
        if (_offset >= Target)
        {
            _number++;
            _offset = 0;
        }

        var place = new BlockPlace(_number, _offset, length);
        _offset += length;
        return place;
    }
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockPlace(int Number, int Offset, int Length);

/// <summary>What the blocks of a segment hold.</summary>
internal enum BlockKind
{
    /// <summary>Sections and frequencies.</summary>
    Postings = 0,
    Positions = 1,
}
