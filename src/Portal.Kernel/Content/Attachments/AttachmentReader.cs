using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Indexing;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Media;
using Portal.Kernel.Media.Reading;

namespace Portal.Kernel.Content.Attachments;

/// <summary>Reads files that published items offer and whose text is not known, and has those items indexed again. Files are read before the transaction: nobody waits for a long one.</summary>
public sealed class AttachmentReader(IDatabase database, ContentStore store, ContentDefinitionStore definitions, MediaStore media, MediaTexts texts, ItemIndexer indexer)
{
    private const int Batch = 50;

    // Items whose files search holds otherwise than they are: new bytes, a text that came since, a file that went.
    private const string Outdated =
        """
        select distinct a.item_id from content_attachment a
        left join media_file f on f.path = a.path left join media_text t on t.hash = f.hash
        where coalesce(a.indexed_hash, '') <> coalesce(t.hash, '') order by a.item_id limit @Batch
        """;

    public async Task<ReadFiles> RunAsync(CancellationToken cancellationToken)
    {
        var (files, unreadable) = (0, new List<string>());
        var slow = await ReadAsync(await UnreadAsync(cancellationToken), MediaTexts.Quick);
        await IndexAllAsync(cancellationToken);
        if (slow.Count > 0)
        {
            var later = await ReadAsync([.. slow.Select(file => file.File)], MediaTexts.Longest);
            unreadable.AddRange(later.Select(file => $"{file.File.Path}: {file.Problem} A serving site tries it again."));
            await IndexAllAsync(cancellationToken);
        }

        await MediaTexts.ForgetLostAsync(database, cancellationToken);
        return new ReadFiles(files, unreadable);

        // Gives those that are to be tried again.
        async Task<IReadOnlyList<(MediaFile File, string Problem)>> ReadAsync(IReadOnlyList<MediaFile> unread, TimeSpan most)
        {
            var again = new List<(MediaFile, string)>();
            foreach (var file in unread)
            {
                var read = await texts.ReadAsync(file, most, cancellationToken);
                if (read is { MayPass: true })
                {
                    again.Add((file, read.Problem!));
                }
                else if (read is not null)
                {
                    await KeepAsync(read, cancellationToken);
                    files += read.Problem is null || read.Sections.Count > 0 ? 1 : 0;
                    unreadable.AddRange(read.Problem is { } problem ? [$"{file.Path}: {problem}"] : Array.Empty<string>());
                }
            }

            return again;
        }
    }

    /// <summary>Files that could not be read are tried again.</summary>
    public async Task ForgetProblemsAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        await session.ExecuteAsync("delete from media_text where problem is not null and sections = '[]'", null, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<MediaFile>> UnreadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var paths = await session.QueryAsync<string>(
            """
            select distinct a.path from content_attachment a
            join media_file f on f.path = a.path left join media_text t on t.hash = f.hash where t.hash is null order by a.path
            """,
            null, cancellationToken);
        var files = new List<MediaFile>();
        foreach (var path in paths)
        {
            if (await media.GetAsync(session, path, cancellationToken) is { } file)
            {
                files.Add(file);
            }
        }

        return [.. files.DistinctBy(file => file.Hash, StringComparer.Ordinal)];
    }

    private async Task KeepAsync(ReadFile read, CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        await MediaTexts.KeepAsync(session, read, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private async Task IndexAllAsync(CancellationToken cancellationToken)
    {
        while (await IndexAsync(cancellationToken) == Batch)
        {
        }
    }

    private async Task<int> IndexAsync(CancellationToken cancellationToken)
    {
        await using (var reading = await database.ReadAsync(cancellationToken))
        {
            if ((await reading.QueryAsync<string>(Outdated, new { Batch }, cancellationToken)).Count == 0)
            {
                return 0;
            }
        }

        await using var session = await database.WriteAsync(cancellationToken);
        var ids = await session.QueryAsync<string>(Outdated, new { Batch }, cancellationToken);
        var known = await definitions.CurrentAsync(session, cancellationToken);
        var items = await store.PublishedAsync(session, ids, cancellationToken);
        foreach (var item in items)
        {
            await indexer.IndexAsync(session, item, known, isNew: false, cancellationToken);
        }

        // What is not public any more has nothing to be found.
        foreach (var id in ids.Except(items.Select(item => item.ContentItemId), StringComparer.Ordinal))
        {
            await AttachmentSections.ForgetAsync(session, id, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return ids.Count;
    }
}

/// <param name="Count">Files whose text is searched now.</param>
/// <param name="Unreadable">The others, and those read in part, each with why, in a sentence.</param>
public sealed record ReadFiles(int Count, IReadOnlyList<string> Unreadable);
