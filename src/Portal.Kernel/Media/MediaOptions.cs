namespace Portal.Kernel.Media;

public sealed record MediaOptions
{
    /// <summary>Where the files' bytes are kept. It is made when it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The most that one file may have.</summary>
    public long MaxBytes { get; init; } = 100 * 1024 * 1024;
}
