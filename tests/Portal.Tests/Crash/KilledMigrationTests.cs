using Portal.Kernel.Data;
using Portal.Sqlite;
using Portal.Testing;
using Portal.Tests.Sqlite;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>Migrations of an older database killed at six moments: each is done or not, and the next start does the rest.</summary>
[Trait("Database", "Sqlite")]
public sealed class KilledMigrationTests
{
    private const int Moments = 6;
    private const int Behind = 2;
    private const int Items = 4000;

    private static readonly IReadOnlyList<Migration> All = Migration.EmbeddedIn(typeof(SqliteDatabase).Assembly);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migration_Killed_IsDoneOrNot()
    {
        using var old = new TemporaryFolder();
        await MakeOldAsync(old.File("portal.db"));
        var states = await StatesAsync(old.File("portal.db"));
        using var whole = new TemporaryFolder();
        CrashLab.Copy(old.Path, whole.Path);
        var kill = await Kill.MeasureAsync(whole.Path, speaks: false, "setup");

        var random = new Random(20_261_121);
        for (var moment = 0; moment < Moments; moment++)
        {
            using var site = new TemporaryFolder();
            CrashLab.Copy(old.Path, site.Path);
            await kill.AtAsync(site.Path, (moment + random.NextDouble()) / Moments, "setup");
            var there = Read(site.File("portal.db"));
            Assert.Contains(states, state => state.SequenceEqual(there));
            Assert.Equal(0, (await HostProcess.RunAsync(Token, "setup", HostProcess.Data(site.Path))).Code);
            Assert.Equal(states[^1], Read(site.File("portal.db")));
        }
    }

    private static async Task MakeOldAsync(string file)
    {
        using var database = Open(file, All.Count - Behind);
        await database.MigrateAsync(Token);
        await using var session = await database.WriteAsync(Token);
        for (var item = 0; item < Items; item++)
        {
            await session.ExecuteAsync(
                "insert into content_item (version_id, item_id, type, latest, published, culture, content) values (@id, @id, 'Page', 1, 0, 'en', @content)",
                new { id = $"item-{item}", content = $$"""{ "AliasPart": { "Alias": "name-{{item}}" }, "LocalizationPart": { "LocalizationSet": "set-{{item}}" } }""" },
                Token);
        }

        await session.ExecuteAsync("insert into document (kind, name, json) values ('settings', 'site', '{\"SetupUtc\":\"2026-01-01T00:00:00Z\"}')", null, Token);
        await session.CommitAsync(Token);
    }

    // As it is before, and after each migration.
    private static async Task<List<IReadOnlyList<string>>> StatesAsync(string old)
    {
        var states = new List<IReadOnlyList<string>>();
        for (var behind = Behind; behind >= 0; behind--)
        {
            using var folder = new TemporaryFolder();
            File.Copy(old, folder.File("portal.db"));
            using (var database = Open(folder.File("portal.db"), All.Count - behind))
            {
                await database.MigrateAsync(Token);
            }

            states.Add(Read(folder.File("portal.db")));
        }

        return states;
    }

    private static IReadOnlyList<string> Read(string file) => SiteDump.Read(file, "applied_utc");

    private static SqliteDatabase Open(string file, int migrations) => new(new SqliteOptions { Path = file, Migrations = [.. All.Take(migrations)] }, TimeProvider.System);
}
