using Microsoft.Data.Sqlite;
using Portal.Kernel.Data;
using Portal.Sqlite;
using Xunit;

namespace Portal.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly IReadOnlyList<Migration> Notes = [new("0001-notes.sql", "create table note (text text not null)")];

    private readonly TemporaryDatabase _temporary = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Write_Committed_IsReadByOthers()
    {
        var database = await MigratedAsync();
        await WriteAsync(database, "kept");
        await using var reader = await database.ReadAsync(Token);
        Assert.Equal(["kept"], await reader.QueryAsync<string>("select text from note", null, Token));
    }

    [Fact]
    public async Task Write_NotCommitted_LeavesNothingAndFreesTheGate()
    {
        var database = await MigratedAsync();
        await using (var session = await database.WriteAsync(Token))
        {
            await session.ExecuteAsync("insert into note values ('lost')", null, Token);
        }

        await using var next = await database.WriteAsync(Token);
        Assert.Equal(0, await next.FirstOrDefaultAsync<int>("select count(*) from note", null, Token));
    }

    [Fact]
    public async Task Read_WhileWritten_KeepsItsSnapshot()
    {
        var database = await MigratedAsync();
        await using var reader = await database.ReadAsync(Token);
        Assert.Empty(await reader.QueryAsync<string>("select text from note", null, Token));
        await WriteAsync(database, "later");
        Assert.Empty(await reader.QueryAsync<string>("select text from note", null, Token));
    }

    [Fact]
    public async Task Write_WhileAnotherWrites_WaitsForIt()
    {
        var database = await MigratedAsync();
        var first = await database.WriteAsync(Token);
        var second = database.WriteAsync(Token);
        await Task.Delay(50, Token);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Write_CancelledWhileWaiting_Stops()
    {
        var database = await MigratedAsync();
        await using var first = await database.WriteAsync(Token);
        using var cancel = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.WriteAsync(cancel.Token));
    }

    [Fact]
    public async Task Write_FromManyTasks_LosesNone()
    {
        var database = await MigratedAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => WriteAsync(database, $"{i}"), Token)));
        await using var reader = await database.ReadAsync(Token);
        Assert.Equal(50, await reader.FirstOrDefaultAsync<int>("select count(distinct text) from note", null, Token));
    }

    [Fact]
    public async Task Write_WhileAnotherProcessWrites_SaysSoAfterTheTimeout()
    {
        var database = await MigratedAsync();
        await using var held = await _temporary.Open(Notes).WriteAsync(Token);
        var error = await Assert.ThrowsAsync<TimeoutException>(() => database.WriteAsync(Token));
        Assert.Contains("held by another process", error.Message, StringComparison.Ordinal);
        await held.DisposeAsync();
        await WriteAsync(database, "now it goes");
    }

    // SQLite rolls a full disk back by itself; what is said is why, not that there is nothing to roll back.
    [Fact]
    public async Task Write_OnAFullDisk_SaysSoAndFreesTheGate()
    {
        var database = await MigratedAsync();
        await WriteAsync(database, "kept");
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
        var database = await MigratedAsync();
        for (var opening = 0; opening < 2; opening++)
        {
            await using var session = await database.ReadAsync(Token);
            Assert.Equal("wal", await session.FirstOrDefaultAsync<string>("pragma journal_mode", null, Token));
            Assert.Equal(2, await session.FirstOrDefaultAsync<int>("pragma synchronous", null, Token));
            Assert.Equal(1, await session.FirstOrDefaultAsync<int>("pragma foreign_keys", null, Token));
            Assert.Equal(1000, await session.FirstOrDefaultAsync<int>("pragma busy_timeout", null, Token));
        }
    }

    [Fact]
    public async Task In_ManyOddValues_FindsThoseGiven()
    {
        var database = await MigratedAsync();
        await WriteAsync(database, "a'b");
        await WriteAsync(database, "\"é\"");
        await WriteAsync(database, "other");
        await using var session = await database.ReadAsync(Token);
        var found = await session.QueryAsync<string>(
            $"select text from note where {database.Dialect.In("text", "texts")} order by text",
            new { texts = database.Dialect.Values(["a'b", "\"é\"", "none"]) }, Token);
        Assert.Equal(["\"é\"", "a'b"], found);
    }

    private async Task<SqliteDatabase> MigratedAsync()
    {
        var database = _temporary.Open(Notes);
        await database.MigrateAsync(Token);
        return database;
    }

    private static async Task WriteAsync(SqliteDatabase database, string text)
    {
        await using var session = await database.WriteAsync(Token);
        await session.ExecuteAsync("insert into note values (@text)", new { text }, Token);
        await session.CommitAsync(Token);
    }
}
