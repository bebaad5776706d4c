using System.Runtime.CompilerServices;
using Portal.Kernel.Audit;
using Portal.Kernel.Data;

namespace Portal.Kernel.Media;

/// <summary>
/// The site's media files. The bytes are kept first (<see cref="StoreAsync"/>), the row in the caller's unit of work: whatever ends in between leaves at
/// most bytes that nobody names. A path that is written over gets another row and no other bytes.
/// </summary>
public sealed class MediaStore(IDatabase database, MediaBlobs blobs, AuditLog audit, TimeProvider time)
{
    private const int Batch = 500;
    private const string Columns = "path as Path, hash as Hash, bytes as Bytes, modified_utc as ModifiedUtc";

    // Longer than any unit of work or reader takes.
    private static readonly TimeSpan Unswept = TimeSpan.FromDays(1);

    /// <summary>The most that one file may have.</summary>
    public long MaxBytes => blobs.MaxBytes;

    /// <summary>Keeps bytes for a later <see cref="PutAsync"/>; null when there are more than are allowed.</summary>
    public Task<MediaBlob?> StoreAsync(Stream content, CancellationToken cancellationToken) => blobs.StoreAsync(content, cancellationToken);

    /// <summary>The hash of bytes, without keeping them; null when there are more than are allowed.</summary>
    public Task<string?> HashAsync(Stream content, CancellationToken cancellationToken) => blobs.HashAsync(content, cancellationToken);

    /// <summary>Puts bytes at a path, in place of what is there. Returns whether that changed anything.</summary>
    /// <exception cref="ArgumentException">The path is none (<see cref="MediaPath"/>).</exception>
    public async Task<bool> PutAsync(DbSession session, string path, MediaBlob blob, Actor actor, CancellationToken cancellationToken)
    {
        if (MediaPath.Problem(path) is { } problem)
        {
            throw new ArgumentException(problem, nameof(path));
        }

        var before = await GetAsync(session, path, cancellationToken);
        if (before?.Hash == blob.Hash)
        {
            return false;
        }

        await session.ExecuteAsync(
            """
            insert into media_file (path, hash, bytes, modified_utc) values (@path, @Hash, @Bytes, @modified)
            on conflict (path) do update set hash = excluded.hash, bytes = excluded.bytes, modified_utc = excluded.modified_utc
            """,
            new { path, blob.Hash, blob.Bytes, modified = UtcText.Write(time.GetUtcNow().UtcDateTime) },
            cancellationToken);
        await ToldAsync(session, before is null ? "MediaAdded" : "MediaReplaced", path, before, actor, cancellationToken);
        return true;
    }

    public async Task<MediaFile?> GetAsync(DbSession session, string path, CancellationToken cancellationToken)
        => await session.FirstOrDefaultAsync<Row>($"select {Columns} from media_file where path = @path", new { path }, cancellationToken) is { } row ? File(row) : null;

    /// <summary>Files by path, those after <paramref name="after"/>, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<MediaFile>> ListAsync(DbSession session, string after, int count, CancellationToken cancellationToken)
        => [.. (await session.QueryAsync<Row>($"select {Columns} from media_file where path > @after order by path limit @count", new { after, count }, cancellationToken)).Select(File)];

    /// <summary>Every file by path, however many there are; or those of <paramref name="paths"/> that there are, in their order.</summary>
    public async IAsyncEnumerable<MediaFile> FilesAsync(DbSession session, IEnumerable<string>? paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths ?? [])
        {
            if (await GetAsync(session, path, cancellationToken) is { } file)
            {
                yield return file;
            }
        }

        if (paths is not null)
        {
            yield break;
        }

        for (var batch = await ListAsync(session, "", Batch, cancellationToken); batch.Count > 0; batch = await ListAsync(session, batch[^1].Path, Batch, cancellationToken))
        {
            foreach (var file in batch)
            {
                yield return file;
            }
        }
    }

    public Task<int> CountAsync(DbSession session, CancellationToken cancellationToken)
        => session.FirstOrDefaultAsync<int>("select count(*) from media_file", null, cancellationToken);

    /// <summary>The file on the disk that holds the bytes, to be read only; null when it is lost.</summary>
    public string? Find(MediaFile file) => blobs.Has(file.Hash) ? blobs.PathOf(file.Hash) : null;

    /// <summary>
    /// Removes bytes that no path has had for a day. While it looks nobody writes: bytes whose row is not yet committed would look unused. Returns how many
    /// files went.
    /// </summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        return await blobs.SweepAsync(
            (time.GetUtcNow() - Unswept).UtcDateTime,
            async prefix => (await session.QueryAsync<string>("select distinct hash from media_file where hash >= @prefix and hash < @end", new { prefix, end = prefix + "g" }, cancellationToken))
                .ToHashSet(StringComparer.Ordinal),
            cancellationToken);
    }

    private async Task ToldAsync(DbSession session, string happened, string path, MediaFile? before, Actor actor, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(session, new AuditEvent { Name = happened, Actor = actor, Comment = path }, cancellationToken);
        if (before is not null)
        {
            // Somebody may be reading what was there: it stays for its day from now on.
            session.AfterCommit(_ =>
            {
                blobs.Touch(before.Hash);
                return ValueTask.CompletedTask;
            });
        }
    }

    private static MediaFile File(Row row) => new(row.Path, row.Hash, row.Bytes, UtcText.Read(row.ModifiedUtc) ?? default);

    private sealed record Row
    {
        public string Path { get; init; } = "";
        public string Hash { get; init; } = "";
        public long Bytes { get; init; }
        public string ModifiedUtc { get; init; } = "";
    }
}
