using Portal.Kernel.Data;
using Xunit;

namespace Portal.Tests.Data;

/// <summary>What holds for migrations, whatever the database. A deriving class opens an empty one of its own.</summary>
public abstract class MigrationContract : IAsyncLifetime
{
    protected static readonly Migration First = new("0001-first.sql", "create table a (id integer primary key); insert into a values (1)");
    protected static readonly Migration Second = new("0002-second.sql", "create table b (id integer primary key, a integer references a)");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the test's database; more than once is like more than one process.</summary>
    /// <param name="migrations">Those of the site when null.</param>
    protected abstract IDatabase Open(IReadOnlyList<Migration>? migrations);

    /// <summary>The names of the tables there are, in order.</summary>
    protected abstract Task<IReadOnlyList<string>> TablesAsync(DbSession session);

    [Fact]
    public async Task Migrate_EmbeddedMigrations_AppliesEachOnce()
    {
        var database = Open(null);
        Assert.NotEmpty(await database.MigrateAsync(Token));
        Assert.Empty(await database.MigrateAsync(Token));
        Assert.Empty(await Open(null).MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_ExistingDatabase_AppliesWhatIsNew()
    {
        await Open([First]).MigrateAsync(Token);
        Assert.Equal(["0002-second.sql"], await Open([First, Second]).MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_FailsHalfWay_LeavesNothingOfItAndKeepsThoseBefore()
    {
        var broken = new Migration("0003-broken.sql", "create table c (id integer); insert into a values (2); insert into nowhere values (1)");
        var database = Open([First, Second, broken]);
        var error = await Assert.ThrowsAsync<MigrationException>(() => database.MigrateAsync(Token));
        Assert.Contains("0003-broken.sql", error.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);

        await using (var session = await database.ReadAsync(Token))
        {
            Assert.Equal(["a", "b", "migration"], await TablesAsync(session));
            Assert.Equal(1, await session.FirstOrDefaultAsync<int>("select count(*) from a", null, Token));
        }

        var mended = broken with { Sql = "create table c (id integer)" };
        Assert.Equal(["0003-broken.sql"], await Open([First, Second, mended]).MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_LeavesAReferenceToNothing_IsRefused()
    {
        var dangling = new Migration("0003-dangling.sql", "insert into b values (1, 99)");
        var error = await Assert.ThrowsAsync<MigrationException>(() => Open([First, Second, dangling]).MigrateAsync(Token));
        Assert.Contains("0003-dangling.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_AppliedOneHasChanged_NamesIt()
    {
        await Open([First]).MigrateAsync(Token);
        var changed = First with { Sql = "create table z (id integer)" };
        var error = await Assert.ThrowsAsync<MigrationException>(() => Open([changed]).MigrateAsync(Token));
        Assert.Contains("0001-first.sql has changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_LineEndingsHaveChanged_IsTheSame()
    {
        await Open([First with { Sql = "create table a (\r\nid integer)" }]).MigrateAsync(Token);
        Assert.Empty(await Open([First with { Sql = "create table a (\nid integer)" }]).MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_DatabaseOfANewerVersion_NamesTheUnknownOne()
    {
        await Open([First, Second]).MigrateAsync(Token);
        var error = await Assert.ThrowsAsync<MigrationException>(() => Open([First]).MigrateAsync(Token));
        Assert.Contains("0002-second.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_NewDatabaseFromSeveralProcessesAtOnce_AppliesOnce()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Open([First, Second]).MigrateAsync(Token), Token)));
        Assert.Equal(["0001-first.sql", "0002-second.sql"], names.SelectMany(applied => applied).Order(StringComparer.Ordinal));
    }
}
