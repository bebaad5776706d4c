using Portal.Kernel.Audit;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Media;

namespace Portal.Kernel.Import.Building;

/// <summary>Takes the files of <c>media/</c> in, in the import's unit of work; one whose bytes the site has already is left alone.</summary>
internal sealed class MediaImport(MediaStore media, DbSession session, Actor actor, ImportErrors all)
{
    public int Saved { get; private set; }

    public int Unchanged { get; private set; }

    public async Task RunAsync(IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var errors = all.For(file.Path);
            var path = file.Path[(file.Path.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (MediaPath.Problem(path) is { } problem)
            {
                errors.Add(null, null, problem);
            }
            else if (Open(file, errors) is { } content)
            {
                await using (content)
                {
                    await PutAsync(path, content, errors, cancellationToken);
                }
            }
        }
    }

    private static FileStream? Open(SourceFile file, FileErrors errors)
    {
        try
        {
            return new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(null, null, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    private async Task PutAsync(string path, FileStream content, FileErrors errors, CancellationToken cancellationToken)
    {
        if (await media.GetAsync(session, path, cancellationToken) is { } known && known.Bytes == content.Length)
        {
            if (await media.HashAsync(content, cancellationToken) == known.Hash && media.Find(known) is not null)
            {
                Unchanged++;
                return;
            }

            content.Position = 0;
        }

        if (await media.StoreAsync(content, cancellationToken) is not { } blob)
        {
            errors.Add(null, null, $"The file has more than {media.MaxBytes / (1024 * 1024)} MB.");
        }
        else if (!all.Any)
        {
            await media.PutAsync(session, path, blob, actor, cancellationToken);
            Saved++;
        }
    }
}
