namespace Portal.Kernel.Search.Index;

/// <summary>Bounds of the search index.</summary>
public sealed record SearchOptions
{
    /// <summary>Bytes of posting lists that are kept in memory between searches.</summary>
    public long CacheBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>A unit of work writes a segment when it has collected this many sections.</summary>
    public int FlushSections { get; init; } = 4096;

    /// <summary>The like, by bytes.</summary>
    public int FlushBytes { get; init; } = 12 * 1024 * 1024;

    /// <summary>Neighbouring segments of like size that are made one.</summary>
    public int MergeFactor { get; init; } = 8;

    /// <summary>Sections that a commit may merge at most beside twice those that it writes: a publish does not wait for more.</summary>
    public int MergeAtCommit { get; init; } = 2000;

    /// <summary>Segments are not merged beyond this many sections.</summary>
    public int MaxSections { get; init; } = 500_000;
}
