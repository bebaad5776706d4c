using System.Data.Common;
using Portal.Kernel.Data;
using Portal.Tests.Data;
using Xunit;

namespace Portal.Tests.PostgreSql;

public sealed class PostgresDatabaseTests : DatabaseContract
{
    private TemporaryPostgres _temporary = null!;

    public override async ValueTask InitializeAsync() => _temporary = await TemporaryPostgres.MakeAsync();

    public override ValueTask DisposeAsync()
    {
        _temporary?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Read_ThatWrites_IsRefused()
    {
        await using var session = await _temporary.Open([]).ReadAsync(Token);
        var error = await Assert.ThrowsAnyAsync<DbException>(() => session.ExecuteAsync("create table note (id integer)", null, Token));
        Assert.Equal("25006", error.SqlState);
    }

    // On the test server the order of texts is that of a dictionary: a b A B would be a A b B.
    [Fact]
    public async Task Order_OfTheSitesTexts_IsByBytes()
    {
        var database = _temporary.Open();
        await database.MigrateAsync(Token);
        await using var session = await database.ReadAsync(Token);
        var columns = await session.QueryAsync<string>(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C' and table_name <> 'migration'
            """, null, Token);
        Assert.Empty(columns);
        Assert.Empty(await session.QueryAsync<string>("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and data_type in ('integer', 'boolean', 'smallint')", null, Token));
    }

    [Fact]
    public async Task Open_ServerIsNotThere_NamesItAndIsTransient()
    {
        using var nowhere = new Portal.PostgreSql.PostgresDatabase(new() { ConnectionString = "Host=127.0.0.1;Port=1;Database=x;Username=y;Password=secret" }, TimeProvider.System);
        var error = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => nowhere.ReadAsync(Token));
        Assert.Contains("'127.0.0.1' (database 'x') does not answer", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.True(error.IsTransient);
    }

    protected override IDatabase Open(IReadOnlyList<Migration> migrations) => _temporary.Open(migrations, TimeSpan.FromSeconds(1));
}
