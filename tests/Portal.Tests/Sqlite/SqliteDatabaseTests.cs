using Microsoft.Data.Sqlite;
using Portal.Kernel.Data;
using Portal.Tests.Data;
using Xunit;

namespace Portal.Tests.Sqlite;

public sealed class SqliteDatabaseTests : DatabaseContract
{
    private readonly TemporaryDatabase _temporary = new();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    // SQLite rolls a full disk back by itself; what is said is why, not that there is nothing to roll back.
    [Fact]
    public async Task Write_OnAFullDisk_SaysSoAndFreesTheGate()
    {
        var database = _temporary.Open([new("0001-notes.sql", "create table note (text text not null); insert into note values ('kept')")]);
        await database.MigrateAsync(Token);
        var error = await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            await using var session = await database.WriteAsync(Token);
            await session.ExecuteAsync("pragma max_page_count = 4", null, Token);
            await session.ExecuteAsync("insert into note values (hex(zeroblob(200000)))", null, Token);
        });
        Assert.Contains("database or disk is full", error.Message, StringComparison.Ordinal);

        await using var next = await database.WriteAsync(Token);
        Assert.Equal(["kept"], await next.QueryAsync<string>("select text from note", null, Token));
    }

    [Fact]
    public async Task Open_Connection_HasTheSettings()
    {
        var database = _temporary.Open([]);
        await database.MigrateAsync(Token);
        for (var opening = 0; opening < 2; opening++)
        {
            await using var session = await database.ReadAsync(Token);
            Assert.Equal("wal", await session.FirstOrDefaultAsync<string>("pragma journal_mode", null, Token));
            Assert.Equal(2, await session.FirstOrDefaultAsync<int>("pragma synchronous", null, Token));
            Assert.Equal(1, await session.FirstOrDefaultAsync<int>("pragma foreign_keys", null, Token));
            Assert.Equal(1000, await session.FirstOrDefaultAsync<int>("pragma busy_timeout", null, Token));
        }
    }

    protected override IDatabase Open(IReadOnlyList<Migration> migrations) => _temporary.Open(migrations);
}
