namespace Portal.Kernel.Media;

/// <summary>A picture or a document of the site. <paramref name="Path"/> is its address below <c>/media/</c>; <paramref name="Hash"/> the SHA-256 of its bytes.</summary>
public sealed record MediaFile(string Path, string Hash, long Bytes, DateTime ModifiedUtc);

/// <summary>Bytes that are safe on the disk. Only <see cref="MediaBlobs"/> makes one, so that no row can name bytes that are not there.</summary>
public sealed class MediaBlob
{
    internal MediaBlob(string hash, long bytes) => (Hash, Bytes) = (hash, bytes);

    public string Hash { get; }

    public long Bytes { get; }
}
