using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Portal.Kernel.Data;

namespace Portal.Kernel.Media.Reading;

/// <summary>The texts of media files, read once for the same bytes.</summary>
public sealed partial class MediaTexts(MediaStore media, IEnumerable<IFileReader> readers, TimeProvider time, ILogger<MediaTexts> logger)
{
    /// <summary>Enough for nearly every file. One that takes longer is read when all others have been: nobody waits for it.</summary>
    public static readonly TimeSpan Quick = TimeSpan.FromSeconds(5);

    /// <summary>No file is read for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private static readonly char[] DirectionMarks = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];
    private static readonly SearchValues<char> Directions = SearchValues.Create(DirectionMarks);

    private readonly Dictionary<string, IFileReader> _readers = readers.ToDictionary(reader => reader.Extension, StringComparer.OrdinalIgnoreCase);

    // By hash, those that took too long: the machine may have been busy.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _later = new(StringComparer.Ordinal);

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
    /// <param name="file">Of the site's media.</param>
    /// <param name="most">How long it may take. One that took <see cref="Longest"/> is not tried again for an hour.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ReadFile?> ReadAsync(MediaFile file, TimeSpan most, CancellationToken cancellationToken)
    {
        if ((_later.TryGetValue(file.Hash, out var until) && until > time.GetUtcNow()) || media.Find(file) is not { } onDisk)
        {
            return null;
        }

        try
        {
            if (await ReaderAsync(file.Path, onDisk, cancellationToken) is not { IsReady: true } reader)
            {
                return null;
            }

            var text = await reader.ReadAsync(onDisk, most, cancellationToken);
            if (text.LeftOut is { } leftOut)
            {
                LogInPart(logger, file.Path, leftOut);
            }

            return new ReadFile(file.Hash, [.. text.Sections.Select(section => section with { Title = Undirected(section.Title), Text = Undirected(section.Text) })], text.LeftOut);
        }
        catch (UnreadableFileException unreadable) when (unreadable.MayPass)
        {
            if (most >= Longest)
            {
                LogLater(logger, file.Path, unreadable.Message);
                _later[file.Hash] = time.GetUtcNow() + Pause;
            }

            return new ReadFile(file.Hash, [], unreadable.Message) { MayPass = true };
        }
        catch (UnreadableFileException unreadable)
        {
            LogUnreadable(logger, file.Path, unreadable.Message);
            return new ReadFile(file.Hash, [], unreadable.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever a file makes its reader do, the others are read.
            LogBroken(logger, file.Path, exception);
            return new ReadFile(file.Hash, [], "It could not be read.");
        }
    }

    // By what it is: the text is kept for the bytes, under whichever name they came first.
    private async Task<IFileReader?> ReaderAsync(string path, string onDisk, CancellationToken cancellationToken)
    {
        var beginning = new byte[1024];
        int length;
        await using (var stream = File.OpenRead(onDisk))
        {
            length = await stream.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        }

        return _readers.Values.FirstOrDefault(reader => reader.Knows(beginning.AsSpan(0, length))) ?? _readers.GetValueOrDefault(Path.GetExtension(path));
    }

    /// <summary>Without marks that turn the direction of whatever is shown behind them; letters have their own.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Undirected(string? text)
        => text is null || text.AsSpan().IndexOfAny(Directions) < 0 ? text : string.Concat(text.Split(DirectionMarks, StringSplitOptions.None));

    /// <summary>Forgets the texts of bytes that no file has any more.</summary>
    public static async Task ForgetLostAsync(IDatabase database, CancellationToken cancellationToken)
    {
        const string Lost = "from media_text where not exists (select 1 from media_file f where f.hash = media_text.hash)";
        await using (var reading = await database.ReadAsync(cancellationToken))
        {
            if (await reading.FirstOrDefaultAsync<string>($"select hash {Lost} limit 1", null, cancellationToken) is null)
            {
                return;
            }
        }

        await using var session = await database.WriteAsync(cancellationToken);
        await session.ExecuteAsync($"delete {Lost}", null, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    public static Task KeepAsync(DbSession session, ReadFile file, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into media_text (hash, sections, problem) values (@Hash, @sections, @Problem) on conflict (hash) do nothing",
        new { file.Hash, sections = JsonSerializer.Serialize(file.Sections), file.Problem }, cancellationToken);

    [LoggerMessage(LogLevel.Information, "The text of the media file '{Path}' is not searched yet: {Problem} It is tried again in an hour.")]
    private static partial void LogLater(ILogger logger, string path, string problem);

    [LoggerMessage(LogLevel.Warning, "The text of the media file '{Path}' is searched in part: {LeftOut}")]
    private static partial void LogInPart(ILogger logger, string path, string leftOut);

    [LoggerMessage(LogLevel.Warning, "The text of the media file '{Path}' is not searched: its reader failed.")]
    private static partial void LogBroken(ILogger logger, string path, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The text of the media file '{Path}' is not searched: {Problem}")]
    private static partial void LogUnreadable(ILogger logger, string path, string problem);

    private sealed record Row
    {
        public string Path { get; init; } = "";
        public string Hash { get; init; } = "";
        public string Sections { get; init; } = "";
    }
}

public sealed record MediaText(string Hash, IReadOnlyList<FileSection> Sections);

/// <param name="Problem">Why there are no sections, or not all; null when it was read whole.</param>
public sealed record ReadFile(string Hash, IReadOnlyList<FileSection> Sections, string? Problem)
{
    /// <summary>Whether it is worth another try, with more time or later; it is not kept then.</summary>
    public bool MayPass { get; init; }
}
