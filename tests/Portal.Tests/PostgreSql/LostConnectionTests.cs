using System.Data.Common;
using Npgsql;
using Portal.Kernel.Data;
using Portal.PostgreSql;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.PostgreSql;

/// <summary>What becomes of sessions when the server goes away under them.</summary>
public sealed class LostConnectionTests : IAsyncLifetime
{
    private PostgresCluster _cluster = null!;
    private PostgresDatabase _database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        _cluster = await PostgresCluster.StartAsync(durable: true);
        _database = new PostgresDatabase(
            new PostgresOptions { ConnectionString = await _cluster.NewDatabaseAsync(), Migrations = [new Migration("0001-notes.sql", "create table note (text text not null)")] }, TimeProvider.System);
        await _database.MigrateAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        _database?.Dispose();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    [Fact]
    public async Task Write_ServerStops_FailsAsTransient_LeavesNothing_AndTheNextGoesWell()
    {
        var error = await Assert.ThrowsAnyAsync<DbException>(async () =>
        {
            await using var session = await _database.WriteAsync(Token);
            await InsertAsync(session, "lost");
            await _cluster.StopServerAsync();
            await InsertAsync(session, "lost too");
        });
        Assert.True(error.IsTransient);

        var away = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => _database.WriteAsync(Token));
        Assert.Contains("does not answer", away.Message, StringComparison.Ordinal);
        await _cluster.StartServerAsync();
        Assert.Equal(["kept"], await KeptAsync());
    }

    [Fact]
    public async Task Read_ConnectionIsLostWithinAValue_FailsAsTransient()
    {
        var server = new NpgsqlConnectionStringBuilder(await _cluster.NewDatabaseAsync());
        await using var cut = new CutConnections(server.Host!, 1_000_000);
        server.Host = cut.Folder;
        using var database = new PostgresDatabase(new PostgresOptions { ConnectionString = server.ConnectionString, Migrations = [] }, TimeProvider.System);
        await using var session = await database.ReadAsync(Token);
        var error = await Assert.ThrowsAnyAsync<DbException>(() => session.QueryAsync<Note>("select repeat('x', 2000000) as text", null, Token));
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task Commit_ServerHasStopped_FailsAsTransient_AndNobodyIsToldOfAChange()
    {
        var told = false;
        var error = await Assert.ThrowsAnyAsync<DbException>(async () =>
        {
            await using var session = await _database.WriteAsync(Token);
            session.AfterCommit(_ =>
            {
                told = true;
                return ValueTask.CompletedTask;
            });
            await InsertAsync(session, "lost");
            await _cluster.StopServerAsync();
            await session.CommitAsync(Token);
        });
        Assert.True(error.IsTransient);
        Assert.False(told);
        await _cluster.StartServerAsync();
        Assert.Equal(["kept"], await KeptAsync());
    }

    // All that lay in the pool is dead; that must not be found out one request at a time.
    [Theory]
    [InlineData("immediate")]
    [InlineData("fast")]
    public async Task Read_AfterTheServerWasAway_FailsOnceAtMost(string mode)
    {
        var sessions = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _database.ReadAsync(Token)));
        foreach (var session in sessions)
        {
            await session.FirstOrDefaultAsync<int>("select 1", null, Token);
        }

        foreach (var session in sessions)
        {
            await session.DisposeAsync();
        }

        await _cluster.StopServerAsync(mode);
        await _cluster.StartServerAsync();
        var failures = new List<DbException>();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                await using var session = await _database.ReadAsync(Token);
                await session.FirstOrDefaultAsync<int>("select 1", null, Token);
            }
            catch (DbException e)
            {
                failures.Add(e);
            }
        }

        Assert.InRange(failures.Count, 0, 1);
        Assert.All(failures, failure => Assert.True(failure.IsTransient));
    }

    private static Task<int> InsertAsync(DbSession session, string text) => session.ExecuteAsync("insert into note values (@text)", new { text }, Token);

    private async Task<IReadOnlyList<string>> KeptAsync()
    {
        await using (var session = await _database.WriteAsync(Token))
        {
            await InsertAsync(session, "kept");
            await session.CommitAsync(Token);
        }

        await using var reader = await _database.ReadAsync(Token);
        return await reader.QueryAsync<string>("select text from note", null, Token);
    }

    private sealed record Note
    {
        public string Text { get; init; } = "";
    }
}
