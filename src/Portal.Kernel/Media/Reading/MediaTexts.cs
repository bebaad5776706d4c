using System.Text.Json;
using Microsoft.Extensions.Logging;
using Portal.Kernel.Data;

namespace Portal.Kernel.Media.Reading;

/// <summary>The texts of media files, read once for the same bytes.</summary>
public sealed partial class MediaTexts(MediaStore media, IEnumerable<IFileReader> readers, ILogger<MediaTexts> logger)
{
    private readonly Dictionary<string, IFileReader> _readers = readers.ToDictionary(reader => reader.Extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether files of this path's kind have a text.</summary>
    public bool Reads(string path) => _readers.ContainsKey(Path.GetExtension(path));

    /// <summary>What stands in these files, by path, with the hash it was read of; those not read yet are left out, one that could not be read has no sections.</summary>
    public async Task<IReadOnlyDictionary<string, MediaText>> OfAsync(DbSession session, IDatabase database, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Row>(
            $"select f.path as Path, f.hash as Hash, t.sections as Sections from media_file f join media_text t on t.hash = f.hash where {database.Dialect.In("f.path", "paths")}",
            new { paths = database.Dialect.Values(paths) }, cancellationToken);
        return rows.ToDictionary(row => row.Path, row => new MediaText(row.Hash, JsonSerializer.Deserialize<FileSection[]>(row.Sections)!), StringComparer.Ordinal);
    }

    /// <summary>Reads a file whose text is not known yet; null when this machine cannot, now. A file that cannot be read is reported and has no sections.</summary>
    public async Task<ReadFile?> ReadAsync(MediaFile file, CancellationToken cancellationToken)
    {
        if (!_readers.TryGetValue(Path.GetExtension(file.Path), out var reader) || !reader.IsReady || media.Find(file) is not { } onDisk)
        {
            return null;
        }

        try
        {
            return new ReadFile(file.Hash, await reader.ReadAsync(onDisk, cancellationToken), null);
        }
        catch (UnreadableFileException unreadable)
        {
            LogUnreadable(logger, file.Path, unreadable.Message);
            return new ReadFile(file.Hash, [], unreadable.Message);
        }
    }

    public static Task KeepAsync(DbSession session, ReadFile file, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into media_text (hash, sections, problem) values (@Hash, @sections, @Problem) on conflict (hash) do nothing",
        new { file.Hash, sections = JsonSerializer.Serialize(file.Sections), file.Problem }, cancellationToken);

    [LoggerMessage(LogLevel.Information, "The text of the media file '{Path}' is not searched: {Problem}")]
    private static partial void LogUnreadable(ILogger logger, string path, string problem);

    private sealed record Row
    {
        public string Path { get; init; } = "";
        public string Hash { get; init; } = "";
        public string Sections { get; init; } = "";
    }
}

public sealed record MediaText(string Hash, IReadOnlyList<FileSection> Sections);

/// <param name="Problem">Why there are no sections; null when it was read.</param>
public sealed record ReadFile(string Hash, IReadOnlyList<FileSection> Sections, string? Problem);
