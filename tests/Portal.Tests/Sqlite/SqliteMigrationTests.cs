using Portal.Kernel.Data;
using Portal.Sqlite;
using Xunit;

namespace Portal.Tests.Sqlite;

public sealed class SqliteMigrationTests : IDisposable
{
    private static readonly Migration First = new("0001-first.sql", "create table a (id integer primary key); insert into a values (1)");
    private static readonly Migration Second = new("0002-second.sql", "create table b (id integer primary key, a integer references a)");

    private readonly TemporaryDatabase _temporary = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Migrate_EmbeddedMigrations_AppliesEachOnce()
    {
        var database = _temporary.Open();
        Assert.NotEmpty(await database.MigrateAsync(Token));
        Assert.Empty(await database.MigrateAsync(Token));
        Assert.Empty(await _temporary.Open().MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_SiteFromBeforeTheIndexesOfParts_FillsThem()
    {
        var all = Migration.EmbeddedIn(typeof(SqliteDatabase).Assembly);
        var before = _temporary.Open([.. all.TakeWhile(migration => migration.Name != "0004-schedule.sql")]);
        await before.MigrateAsync(Token);
        await using (var session = await before.WriteAsync(Token))
        {
            const string insert = "insert into content_item (version_id, item_id, type, latest, published, culture, content) values (@version, @version, 'Page', @current, 0, 'pt-BR', @content)";
            await session.ExecuteAsync(insert, new { version = "current", current = true, content = """{"AliasPart":{"Alias":" My-Name "},"LocalizationPart":{"LocalizationSet":"set"}}""" }, Token);
            await session.ExecuteAsync(insert, new { version = "odd", current = true, content = """{"AliasPart":{"Alias":5},"LocalizationPart":[]}""" }, Token);
            await session.ExecuteAsync(insert, new { version = "old", current = false, content = """{"AliasPart":{"Alias":"old-name"}}""" }, Token);
            await session.CommitAsync(Token);
        }

        var after = _temporary.Open();
        await after.MigrateAsync(Token);
        await using var reading = await after.ReadAsync(Token);
        Assert.Equal(["current my-name"], await reading.QueryAsync<string>("select version_id || ' ' || alias from content_alias", null, Token));
        Assert.Equal(["current set pt-br"], await reading.QueryAsync<string>("select version_id || ' ' || localization_set || ' ' || culture from content_localization", null, Token));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Migrate_SiteFromBeforeTheIndexOfOurOwn_HasItMadeAnew(bool published, long stale)
    {
        var all = Migration.EmbeddedIn(typeof(SqliteDatabase).Assembly);
        var before = _temporary.Open([.. all.TakeWhile(migration => migration.Name != "0006-search-index.sql")]);
        await before.MigrateAsync(Token);
        await using (var session = await before.WriteAsync(Token))
        {
            await session.ExecuteAsync(
                "insert into content_item (version_id, item_id, type, latest, published, culture, content) values ('v', 'i', 'Page', 1, @published, 'en', '{}')", new { published }, Token);
            await session.CommitAsync(Token);
        }

        var after = _temporary.Open();
        await after.MigrateAsync(Token);
        await using var reading = await after.ReadAsync(Token);
        Assert.Equal(stale, await reading.FirstOrDefaultAsync<long>("select stale from search_state", null, Token));
    }

    [Fact]
    public async Task Migrate_NewDatabase_MakesNoCopy()
    {
        await _temporary.Open([First, Second]).MigrateAsync(Token);
        Assert.Empty(Directory.GetFiles(_temporary.Folder, "*.bak", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Migrate_ExistingDatabase_CopiesItFirst()
    {
        await _temporary.Open([First]).MigrateAsync(Token);
        Assert.Equal(["0002-second.sql"], await _temporary.Open([First, Second]).MigrateAsync(Token));

        Assert.Equal(1, await CountInCopyAsync("select count(*) from a"));
        Assert.Equal(0, await CountInCopyAsync("select count(*) from sqlite_master where name = 'b'"));
    }

    [Fact]
    public async Task Migrate_FailsHalfWay_LeavesNothingOfItAndKeepsThoseBefore()
    {
        var broken = new Migration("0003-broken.sql", "create table c (id integer); insert into a values (2); insert into nowhere values (1)");
        var database = _temporary.Open([First, Second, broken]);
        var error = await Assert.ThrowsAsync<MigrationException>(() => database.MigrateAsync(Token));
        Assert.Contains("0003-broken.sql", error.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);

        await using (var session = await database.ReadAsync(Token))
        {
            Assert.Equal(["a", "b", "migration"], await session.QueryAsync<string>("select name from sqlite_master where type = 'table' order by name", null, Token));
            Assert.Equal(1, await session.FirstOrDefaultAsync<int>("select count(*) from a", null, Token));
            Assert.Equal(1, await session.FirstOrDefaultAsync<int>("pragma foreign_keys", null, Token));
        }

        var mended = broken with { Sql = "create table c (id integer)" };
        Assert.Equal(["0003-broken.sql"], await _temporary.Open([First, Second, mended]).MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_LeavesAReferenceToNothing_IsRefused()
    {
        var dangling = new Migration("0003-dangling.sql", "insert into b values (1, 99)");
        var error = await Assert.ThrowsAsync<MigrationException>(() => _temporary.Open([First, Second, dangling]).MigrateAsync(Token));
        Assert.Contains("0003-dangling.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_AppliedOneHasChanged_NamesIt()
    {
        await _temporary.Open([First]).MigrateAsync(Token);
        var changed = First with { Sql = "create table z (id integer)" };
        var error = await Assert.ThrowsAsync<MigrationException>(() => _temporary.Open([changed]).MigrateAsync(Token));
        Assert.Contains("0001-first.sql has changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_LineEndingsHaveChanged_IsTheSame()
    {
        await _temporary.Open([First with { Sql = "create table a (\r\nid integer)" }]).MigrateAsync(Token);
        Assert.Empty(await _temporary.Open([First with { Sql = "create table a (\nid integer)" }]).MigrateAsync(Token));
    }

    [Fact]
    public async Task Migrate_DatabaseOfANewerVersion_NamesTheUnknownOne()
    {
        await _temporary.Open([First, Second]).MigrateAsync(Token);
        var error = await Assert.ThrowsAsync<MigrationException>(() => _temporary.Open([First]).MigrateAsync(Token));
        Assert.Contains("0002-second.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_FromSeveralProcessesAtOnce_AppliesOnceAndCopiesWhatWasBefore()
    {
        await _temporary.Open([First]).MigrateAsync(Token);
        var names = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => _temporary.Open([First, Second], TimeSpan.FromSeconds(20)).MigrateAsync(Token), Token)));
        Assert.Equal(["0002-second.sql"], names.SelectMany(applied => applied));
        Assert.Equal(0, await CountInCopyAsync("select count(*) from sqlite_master where name = 'b'"));
    }

    [Fact]
    public async Task Migrate_NewDatabaseFromSeveralProcessesAtOnce_AppliesOnce()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => _temporary.Open([First, Second], TimeSpan.FromSeconds(20)).MigrateAsync(Token), Token)));
        Assert.Equal(["0001-first.sql", "0002-second.sql"], names.SelectMany(applied => applied).Order(StringComparer.Ordinal));
    }

    private async Task<int> CountInCopyAsync(string sql)
    {
        using var copy = new SqliteDatabase(new SqliteOptions { Path = _temporary.File + ".before-0002-second.bak" }, TimeProvider.System);
        await using var session = await copy.ReadAsync(Token);
        return await session.FirstOrDefaultAsync<int>(sql, null, Token);
    }
}
