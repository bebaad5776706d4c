using Portal.Kernel.Data;
using Portal.PostgreSql;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.PostgreSql;

/// <summary>A database of its own on the server that the tests share.</summary>
public sealed class TemporaryPostgres : IDisposable
{
    private readonly List<PostgresDatabase> _opened = [];

    private TemporaryPostgres(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    /// <summary>Skips the test, with the reason, where there is no PostgreSQL.</summary>
    public static async Task<TemporaryPostgres> MakeAsync()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        return new TemporaryPostgres(await (await PostgresCluster.SharedAsync()).NewDatabaseAsync());
    }

    /// <summary>Opens the database; more than once is like more than one process, for each has its own gate.</summary>
    public PostgresDatabase Open(IReadOnlyList<Migration>? migrations = null, TimeSpan? writeTimeout = null)
    {
        var options = new PostgresOptions { ConnectionString = ConnectionString, WriteTimeout = writeTimeout ?? TimeSpan.FromSeconds(20) };
        var database = new PostgresDatabase(migrations is null ? options : options with { Migrations = migrations }, TimeProvider.System);
        _opened.Add(database);
        return database;
    }

    public void Dispose() => _opened.ForEach(database => database.Dispose());
}
