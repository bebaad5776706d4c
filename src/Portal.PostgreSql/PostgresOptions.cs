using Portal.Kernel.Data;

namespace Portal.PostgreSql;

public sealed record PostgresOptions
{
    /// <summary>As Npgsql takes it. What it leaves open is set by <see cref="PostgresConnections"/>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>How long to wait for another process or machine that writes.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public IReadOnlyList<Migration> Migrations { get; init; } = Migration.EmbeddedIn(typeof(PostgresOptions).Assembly);
}
