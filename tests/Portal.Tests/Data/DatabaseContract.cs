using Portal.Kernel.Data;
using Xunit;

namespace Portal.Tests.Data;

/// <summary>What the kernel relies on, whatever the database. A deriving class opens an empty one of its own.</summary>
public abstract class DatabaseContract : IAsyncLifetime
{
    private static readonly Migration[] Notes = [new("0001-notes.sql", "create table note (text text not null, number bigint)")];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the test's database; more than once is like more than one process. None waits longer than a second for another.</summary>
    protected abstract IDatabase Open(IReadOnlyList<Migration> migrations);

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
            await session.ExecuteAsync("insert into note (text) values ('lost')", null, Token);
        }

        await using var next = await database.WriteAsync(Token);
        Assert.Equal(0, await next.FirstOrDefaultAsync<int>("select count(*) from note", null, Token));
    }

    [Fact]
    public async Task Write_Failed_LeavesNothingAndFreesTheGate()
    {
        var database = await MigratedAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
        {
            await using var session = await database.WriteAsync(Token);
            await session.ExecuteAsync("insert into note (text) values ('lost')", null, Token);
            await session.ExecuteAsync("insert into note (text) values (null)", null, Token);
        });
        await WriteAsync(database, "kept");
        await using var reader = await database.ReadAsync(Token);
        Assert.Equal(["kept"], await reader.QueryAsync<string>("select text from note", null, Token));
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
    public async Task Read_WhileAnotherHasNotCommitted_DoesNotWaitAndSeesNothingOfIt()
    {
        var database = await MigratedAsync();
        await using var writer = await database.WriteAsync(Token);
        await writer.ExecuteAsync("insert into note (text) values ('not yet')", null, Token);
        await using var reader = await database.ReadAsync(Token);
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

    // Each reads before it writes, as whoever saves an item does: none may come between.
    [Fact]
    public async Task Write_FromManyTasksAndProcesses_ReadsWhatTheOneBeforeWrote()
    {
        IDatabase[] processes = [await MigratedAsync(), Open(Notes)];
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () =>
            {
                await using var session = await processes[i % 2].WriteAsync(Token);
                var last = await session.FirstOrDefaultAsync<long>("select coalesce(max(number), 0) from note", null, Token);
                await session.ExecuteAsync("insert into note (text, number) values ('one', @next)", new { next = last + 1 }, Token);
                await session.CommitAsync(Token);
            },
            Token)));
        await using var reader = await processes[0].ReadAsync(Token);
        Assert.Equal(40, await reader.FirstOrDefaultAsync<int>("select count(distinct number) from note", null, Token));
    }

    [Fact]
    public async Task Write_WhileAnotherProcessWrites_SaysSoAfterTheTimeout()
    {
        var database = await MigratedAsync();
        await using var held = await Open(Notes).WriteAsync(Token);
        var error = await Assert.ThrowsAsync<TimeoutException>(() => database.WriteAsync(Token));
        Assert.Contains("held by another process", error.Message, StringComparison.Ordinal);
        await held.DisposeAsync();
        await WriteAsync(database, "now it goes");
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
            new { texts = database.Dialect.Values(["a'b", "\"é\"", "none", "with\0null"]) }, Token);
        Assert.Equal(["\"é\"", "a'b"], found);
        Assert.Empty(await session.QueryAsync<string>($"select text from note where {database.Dialect.In("text", "texts")}", new { texts = database.Dialect.Values([]) }, Token));
    }

    [Fact]
    public async Task Values_OfEveryKind_ComeBackAsTheyWere()
    {
        var database = await MigratedAsync();
        await using var session = await database.WriteAsync(Token);
        await session.ExecuteAsync("insert into note (text, number) values (@text, @truth)", new { text = "a truth", truth = true }, Token);
        await session.ExecuteAsync("insert into note (text, number) values (@text, @number)", new { text = "nothing", number = (long?)null }, Token);
        Assert.True(await session.FirstOrDefaultAsync<bool>("select number from note where number = 1", null, Token));
        Assert.Equal([("a truth", 1L)], await session.QueryAsync<(string, long)>("select text, number from note where text = @text", new { text = "a truth" }, Token));
        Assert.Equal(["nothing"], await session.QueryAsync<string?>("select text from note where number is null", null, Token));
        Assert.Null(await session.FirstOrDefaultAsync<string>("select @text", new { text = (string?)null }, Token));
    }

    [Fact]
    public async Task Text_WithTheCharacterNull_IsKeptWithASubstituteAndFoundByIt()
    {
        var database = await MigratedAsync();
        await WriteAsync(database, "a\0b");
        await using var reader = await database.ReadAsync(Token);
        Assert.Equal(["a\uFFFDb"], await reader.QueryAsync<string>("select text from note where text = @text", new { text = "a\0b" }, Token));
    }

    private async Task<IDatabase> MigratedAsync()
    {
        var database = Open(Notes);
        await database.MigrateAsync(Token);
        return database;
    }

    private static async Task WriteAsync(IDatabase database, string text)
    {
        await using var session = await database.WriteAsync(Token);
        await session.ExecuteAsync("insert into note (text) values (@text)", new { text }, Token);
        await session.CommitAsync(Token);
    }
}
