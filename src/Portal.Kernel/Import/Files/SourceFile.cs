using System.Text;

namespace Portal.Kernel.Import.Files;

/// <summary>A file of the folder. <paramref name="Path"/> is relative to it, with forward slashes.</summary>
internal sealed record SourceFile(string Path, string FullPath)
{
    private const string Draft = ".draft.md";

    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The folder it stands in, relative; empty for the folder itself.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    /// <summary>The name without its extension, and without the ending of a draft.</summary>
    public string Name => IsDraft ? Path[(Path.LastIndexOf('/') + 1)..^Draft.Length] : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>An <c>x.draft.md</c> is the draft of an item whose public edition is <c>x.md</c>.</summary>
    public bool IsDraft => Path.EndsWith(Draft, StringComparison.Ordinal);

    /// <summary>The file of the public edition, which may not be there.</summary>
    public string Edition => IsDraft ? Path[..^Draft.Length] + ".md" : Path;

    /// <summary>In a top folder such as <c>_items</c> places and names say nothing: what stands there has the address that it gives itself, or none.</summary>
    public bool IsLoose => Path[0] == '_' && Path.Contains('/', StringComparison.Ordinal);

    /// <summary>An <c>index.md</c> is the item that its folder stands for.</summary>
    public bool IsIndex => Name == "index";

    /// <summary>The text with line feeds only, or null when it is refused.</summary>
    public async Task<string?> ReadAsync(FileErrors errors, CancellationToken cancellationToken)
    {
        if (await BytesAsync(errors, cancellationToken) is not { } bytes)
        {
            return null;
        }

        if (Array.IndexOf(bytes, (byte)0) is var zero and >= 0)
        {
            errors.Add(LineAt(bytes, zero), null, "The file holds a NUL character; it must be text.");
            return null;
        }

        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException e)
        {
            errors.Add(LineAt(bytes, e.Index), null, "The file is not UTF-8.");
            return null;
        }
    }

    private async Task<byte[]?> BytesAsync(FileErrors errors, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(FullPath).Length <= MaxBytes)
            {
                return await File.ReadAllBytesAsync(FullPath, cancellationToken);
            }

            errors.Add(null, null, "The file has more than 2 MB.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(null, null, $"The file cannot be read: {e.Message}");
        }

        return null;
    }

    private static int LineAt(byte[] bytes, int index) => bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length)).Count((byte)'\n') + 1;
}
