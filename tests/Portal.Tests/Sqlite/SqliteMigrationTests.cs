using Portal.Kernel.Data;
using Portal.Sqlite;
using Portal.Tests.Data;
using Xunit;

namespace Portal.Tests.Sqlite;

public sealed class SqliteMigrationTests : MigrationContract
{
    private readonly TemporaryDatabase _temporary = new();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
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
    public async Task Migrate_FromSeveralProcessesAtOnce_AppliesOnceAndCopiesWhatWasBefore()
    {
        await _temporary.Open([First]).MigrateAsync(Token);
        var names = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => _temporary.Open([First, Second], TimeSpan.FromSeconds(20)).MigrateAsync(Token), Token)));
        Assert.Equal(["0002-second.sql"], names.SelectMany(applied => applied));
        Assert.Equal(0, await CountInCopyAsync("select count(*) from sqlite_master where name = 'b'"));
    }

    [Fact]
    public async Task Migrate_Failed_ChecksReferencesAgain()
    {
        var database = _temporary.Open([First, new Migration("0003-broken.sql", "insert into nowhere values (1)")]);
        await Assert.ThrowsAsync<MigrationException>(() => database.MigrateAsync(Token));
        await using var session = await database.ReadAsync(Token);
        Assert.Equal(1, await session.FirstOrDefaultAsync<int>("pragma foreign_keys", null, Token));
    }

    protected override IDatabase Open(IReadOnlyList<Migration>? migrations) => _temporary.Open(migrations, TimeSpan.FromSeconds(20));

    protected override Task<IReadOnlyList<string>> TablesAsync(DbSession session)
        => session.QueryAsync<string>("select name from sqlite_master where type = 'table' order by name", null, Token);

    private async Task<int> CountInCopyAsync(string sql)
    {
        using var copy = new SqliteDatabase(new SqliteOptions { Path = _temporary.File + ".before-0002-second.bak" }, TimeProvider.System);
        await using var session = await copy.ReadAsync(Token);
        return await session.FirstOrDefaultAsync<int>(sql, null, Token);
    }
}
