namespace Portal.Kernel.Search.Index.Format;

/// <summary>All of a segment but its blocks. Immutable.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Titles">The length of the title for each section, as <see cref="FieldLength"/> writes it; the like for the two after it.</param>
/// <param name="Stems">What texts are searched by, with positions.</param>
/// <param name="Words">Folded words, unstemmed: the vocabulary.</param>
/// <param name="Names">Folded words of titles, at an item's first section, and of headings; a frequency of two says that the word begins one.</param>
internal sealed record SegmentData(SegmentItems Items, byte[] Titles, byte[] Headings, byte[] Bodies, TermTable Stems, TermTable Words, TermTable Names)
{
    /// <summary>The first byte of every segment; another format has another.</summary>
    private const int Format = 1;

    public int Sections => Titles.Length;

    public static byte[] Write(SegmentItems items, ReadOnlySpan<byte> titles, ReadOnlySpan<byte> headings, ReadOnlySpan<byte> bodies, params ReadOnlySpan<TermTableWriter> tables)
    {
        var target = new ByteBuffer(4096);
        target.Byte(Format);
        items.WriteTo(target);
        target.Bytes(titles);
        target.Bytes(headings);
        target.Bytes(bodies);
        foreach (var table in tables)
        {
            table.WriteTo(target);
        }

        return target.ToArray();
    }

    public static SegmentData Read(byte[] data)
    {
        var reader = new ByteReader(data);
        if (reader.Byte() != Format)
        {
            throw new InvalidDataException("The search index has a segment in a format of another version; run 'reindex'.");
        }

        var items = SegmentItems.Read(ref reader);
        var sections = items.FirstSections[^1];
        var (titles, headings, bodies) = (reader.Bytes(sections).ToArray(), reader.Bytes(sections).ToArray(), reader.Bytes(sections).ToArray());
        var (postings, positions) = (default(BlockCursor), default(BlockCursor));
        var stems = TermTable.Read(ref reader, ref postings, ref positions, withPositions: true, shared: null);
        var words = TermTable.Read(ref reader, ref postings, ref positions, withPositions: false, stems);
        var names = TermTable.Read(ref reader, ref postings, ref positions, withPositions: false, shared: null);
        return new SegmentData(items, titles, headings, bodies, stems, words, names);
    }
}
