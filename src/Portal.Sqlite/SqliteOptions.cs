using Portal.Kernel.Data;

namespace Portal.Sqlite;

public sealed record SqliteOptions
{
    /// <summary>The database file. Its folder is made when it is missing.</summary>
    public required string Path { get; init; }

    /// <summary>How long to wait for another process that holds the database, at least a second.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public IReadOnlyList<Migration> Migrations { get; init; } = Migration.EmbeddedIn(typeof(SqliteOptions).Assembly);
}
