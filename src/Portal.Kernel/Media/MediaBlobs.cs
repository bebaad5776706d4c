using System.Buffers;
using System.Security.Cryptography;

namespace Portal.Kernel.Media;

/// <summary>
/// The bytes of media files, each under its SHA-256: <c>ab/abcdef...</c>. Written aside, flushed to the disk and renamed, so that what has its name is
/// whole; never changed afterwards. What no row names is harmless and is swept.
/// </summary>
public sealed class MediaBlobs(MediaOptions options, TimeProvider time)
{
    private const string Temporary = "tmp";
    private const int BufferSize = 128 * 1024;

    public long MaxBytes => options.MaxBytes;

    /// <summary>Reads the stream to its end and keeps it; null, and nothing kept, when it has more than the most that is allowed.</summary>
    public async Task<MediaBlob?> StoreAsync(Stream content, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, Temporary)).FullName;
        var aside = Path.Combine(folder, Guid.NewGuid().ToString("n"));
        try
        {
            MediaBlob? blob;
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                blob = await CopyAsync(content, file, cancellationToken);
                if (blob is null)
                {
                    return null;
                }

                file.Flush(flushToDisk: true);
            }

            Keep(aside, blob.Hash);
            return blob;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>The hash of a stream, read to its end; null when it is too long.</summary>
    public async Task<string?> HashAsync(Stream content, CancellationToken cancellationToken) => (await CopyAsync(content, Stream.Null, cancellationToken))?.Hash;

    public bool Has(string hash) => File.Exists(PathOf(hash));

    /// <summary>The file that holds the bytes, to be read only.</summary>
    public string PathOf(string hash) => Path.Combine(options.Folder, hash[..2], hash);

    /// <summary>Says that the blob is of use now, or was until now: a sweep leaves it for another day.</summary>
    internal void Touch(string hash)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(hash), time.GetUtcNow().UtcDateTime);
        }
        catch (FileNotFoundException)
        {
            // Lost, or swept by another process: there is nothing to keep.
        }
    }

    /// <summary>Removes what was last of use before a moment and is not in use, and what was left half written. Returns how many files.</summary>
    internal async Task<int> SweepAsync(DateTime before, Func<string, Task<IReadOnlySet<string>>> inUse, CancellationToken cancellationToken)
    {
        var swept = 0;
        foreach (var folder in Directory.Exists(options.Folder) ? Directory.EnumerateDirectories(options.Folder) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var prefix = Path.GetFileName(folder);
            var old = Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < before).ToList();
            var used = old.Count == 0 || prefix == Temporary ? null : await inUse(prefix);
            foreach (var file in old.Where(file => used?.Contains(Path.GetFileName(file)) != true))
            {
                File.Delete(file);
                swept++;
            }
        }

        return swept;
    }

    private void Keep(string aside, string hash)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            Touch(hash);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(aside, path, overwrite: true);
        Touch(hash);
    }

    private async Task<MediaBlob?> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long bytes = 0;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                bytes += read;
                if (bytes > options.MaxBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new MediaBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
