using Portal.Kernel.Data;
using Portal.PostgreSql;
using Portal.Sqlite;
using Portal.Tests.Data;
using Xunit;

namespace Portal.Tests.PostgreSql;

public sealed class PostgresMigrationTests : MigrationContract
{
    private TemporaryPostgres _temporary = null!;

    public override async ValueTask InitializeAsync() => _temporary = await TemporaryPostgres.MakeAsync();

    public override ValueTask DisposeAsync()
    {
        _temporary?.Dispose();
        return ValueTask.CompletedTask;
    }

    // A change of the site's shape bears the same number in each database; what only one of them needs, the other lacks.
    [Fact]
    public void Embedded_Migrations_BearTheNamesOfSqlites()
        => Assert.Subset(
            Migration.EmbeddedIn(typeof(SqliteDatabase).Assembly).Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal),
            Migration.EmbeddedIn(typeof(PostgresDatabase).Assembly).Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal));

    protected override IDatabase Open(IReadOnlyList<Migration>? migrations) => _temporary.Open(migrations);

    protected override Task<IReadOnlyList<string>> TablesAsync(DbSession session)
        => session.QueryAsync<string>("select tablename from pg_tables where schemaname = 'public' order by tablename", null, Token);
}
