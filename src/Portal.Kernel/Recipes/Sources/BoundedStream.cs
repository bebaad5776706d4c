using System.IO.Compression;

namespace Portal.Kernel.Recipes.Sources;

/// <summary>
/// Unpacks an entry and refuses one that grows out of all proportion: a few kilobytes can be packed so that they unpack to gigabytes. At its end its checksum
/// must be right.
/// </summary>
internal sealed class BoundedStream(Stream unpacked, ZipArchiveEntry entry) : Stream
{
    // The most that deflate reaches is about 1,030; text that people and programs write stays well below this.
    private const int MaxRatio = 250;
    private const long AlwaysAllowed = 32 * 1024 * 1024;

    private readonly long _most = Math.Max(AlwaysAllowed, entry.CompressedLength * MaxRatio);
    private long _read;
    private Crc32 _checksum = new();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Counted(buffer, unpacked.Read(buffer));
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await unpacked.ReadAsync(buffer, cancellationToken);
            return Counted(buffer.Span, read);
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private RecipeException Broken(InvalidDataException e) => new($"The entry '{entry.FullName}' cannot be unpacked: {e.Message}");

    private int Counted(ReadOnlySpan<byte> buffer, int read)
    {
        _read += read;
        if (_read > _most)
        {
            throw new RecipeException($"The entry '{entry.FullName}' unpacks to more than {MaxRatio} times its size; it is not read further.");
        }

        _checksum.Add(buffer[..read]);
        return read > 0 || buffer.Length == 0 || _checksum.Value == entry.Crc32
            ? read
            : throw new RecipeException($"The entry '{entry.FullName}' is damaged: its checksum is not right.");
    }
}
