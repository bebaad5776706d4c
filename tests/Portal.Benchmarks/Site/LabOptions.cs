namespace Portal.Benchmarks.Site;

/// <summary>What a run was asked for.</summary>
internal sealed record LabOptions
{
    /// <summary>Shorter rounds.</summary>
    public bool Quick { get; init; }

    /// <summary>Whether the sites live on a PostgreSQL server.</summary>
    public bool Postgres { get; init; }

    /// <summary>How many sections are searched, the fewest first.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];

    /// <summary>The file that the plot of a search's cost is written to.</summary>
    public string? Plot { get; init; }

    /// <summary>Whether every judged question is listed.</summary>
    public bool Topics { get; init; }
}
