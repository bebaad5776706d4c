using Portal.Kernel.Data;
using Portal.PostgreSql;
using Portal.Sqlite;

namespace Portal.Benchmarks.Site;

/// <summary>Where a site's data is: in a file, or on the run's PostgreSQL server.</summary>
/// <param name="File">SQLite's.</param>
/// <param name="Connection">PostgreSQL's connection string; null when the data is in the file.</param>
internal sealed record SiteDatabase(string File, string? Connection)
{
    public bool IsPostgres => Connection is not null;

    /// <summary>What the program has to be told of it.</summary>
    public string[] Configuration => Connection is null ? [] : ["--Portal:Database:Provider=Postgres", $"--ConnectionStrings:Portal={Connection}"];

    /// <summary>Asks it something, beside the program.</summary>
    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (Connection is null)
        {
            using var file = new SqliteDatabase(new SqliteOptions { Path = File }, TimeProvider.System);
            return await AskAsync(file, ask, cancellationToken);
        }

        using var server = new PostgresDatabase(new PostgresOptions { ConnectionString = Connection }, TimeProvider.System);
        return await AskAsync(server, ask, cancellationToken);
    }

    private static async Task<T> AskAsync<T>(IDatabase database, Func<DbSession, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return await ask(session);
    }
}
