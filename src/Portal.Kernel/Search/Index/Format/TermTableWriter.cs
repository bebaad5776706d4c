namespace Portal.Kernel.Search.Index.Format;

/// <summary>Writes a <see cref="TermTable"/>; terms come in the order of their bytes.</summary>
internal sealed class TermTableWriter
{
    private readonly ByteBuffer _entries = new(4096);
    private byte[] _last = [];
    private int _keys;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> key, int count, int postings, int? positions)
    {
        AddKey(key, count);
        _entries.Number(postings);
        if (positions is { } length)
        {
            _entries.Number(length);
        }
    }

    /// <summary>A term whose list is that of a term in another table, by its place there.</summary>
    public void AddShared(ReadOnlySpan<byte> key, int count, int other)
    {
        AddKey(key, count);
        _entries.Number(0);
        _entries.Number(other);
    }

    public void WriteTo(ByteBuffer target)
    {
        target.Number(Count);
        target.Number(_keys);
        target.Bytes(_entries.Written);
    }

    private void AddKey(ReadOnlySpan<byte> key, int count)
    {
        var same = key.CommonPrefixLength(_last);
        _entries.Number(same);
        _entries.Number(key.Length - same);
        _entries.Bytes(key[same..]);
        _entries.Number(count);
        _last = key.ToArray();
        _keys += key.Length;
        Count++;
    }
}
