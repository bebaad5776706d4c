using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Portal.Tests.Commands;
using Xunit;

namespace Portal.Tests.Setup;

/// <summary>Set-up is one transaction: killed at any moment, it leaves a site that is empty or whole, and the next start makes it whole.</summary>
public sealed class KilledSetUpTests
{
    private const int Moments = 12;
    private static readonly int Items = ReadySite.Items;
    private const int MaxDelay = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Moment n is a little after the n-th line of progress: spread over the whole run, however fast the machine is.
    public static TheoryData<int, int> Kills
    {
        get
        {
            var random = new Random(20_261_121);
            return [.. Enumerable.Range(0, Moments).Select(lines => new TheoryDataRow<int, int>(lines, random.Next(MaxDelay)))];
        }
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task Setup_KilledAndStartedAgain_LeavesAWholeSite(int lines, int delay)
    {
        using var folder = new TemporaryFolder();
        await using (var host = HostProcess.Start("setup", HostProcess.Data(folder.Path)))
        {
            for (var line = 0; line < lines; line++)
            {
                await host.LineAsync(_ => true, Token);
            }

            await Task.Delay(delay, Token);
            await host.KillAsync();
        }

        await AssertEmptyOrWholeAsync(folder.Path);

        await using (var app = PortalApplication.Build(folder.Path, new CapturedLog()))
        {
            var result = await app.Services.GetRequiredService<SiteSetup>().RunAsync(ReadySite.Recipe, null, Token);
            Assert.Empty(result.Errors);
        }

        AssertWhole(folder.Path);
    }

    [Fact]
    public async Task Setup_ByTwoProcessesAtOnce_IsDoneByOneAndEndsWellForBoth()
    {
        using var folder = new TemporaryFolder();
        await using var one = HostProcess.Start("setup", HostProcess.Data(folder.Path));
        await using var other = HostProcess.Start("setup", HostProcess.Data(folder.Path));
        var results = await Task.WhenAll(one.EndAsync(Token), other.EndAsync(Token));

        Assert.All(results, result => Assert.Equal((0, ""), (result.Code, result.Error)));
        Assert.Single(results, result => result.Output.Contains($"{Items} items created", StringComparison.Ordinal));
        Assert.Single(results, result => result.Output.Contains("The site is set up already", StringComparison.Ordinal));
        AssertWhole(folder.Path);
    }

    private static async Task AssertEmptyOrWholeAsync(string folder)
    {
        if (!TestDatabase.IsPostgres && !File.Exists(Path.Combine(folder, "portal.db")))
        {
            return;
        }

        // Migrated by the application itself: the process may have died before its tables were there.
        await using var app = PortalApplication.Build(folder, new CapturedLog());
        await app.Services.GetRequiredService<Kernel.Data.IDatabase>().MigrateAsync(Token);
        var isSetUp = (await app.Services.GetRequiredService<SiteSettingsStore>().GetAsync(Token)).SetupUtc is not null;
        foreach (var table in new[] { "content_item", "content_path", "search_item", "change_feed", "audit_event", "document" })
        {
            var rows = int.Parse(Assert.Single(CommandSite.Query(folder, $"select cast(count(*) as text) from {table}")), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(isSetUp, rows > 0);
        }
    }

    private static void AssertWhole(string folder)
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Equal(["ok"], CommandSite.Query(folder, "pragma integrity_check"));
        }

        Assert.Equal(Items, CommandSite.Query(folder, "select item_id from content_item where published = 1 and latest = 1").Distinct().Count());
        Assert.Equal(Items, CommandSite.Query(folder, "select item_id from content_item").Count);
        Assert.Equal(CommandSite.Query(folder, "select distinct path from content_path").Count, CommandSite.Query(folder, "select path from content_path").Count);
        Assert.Equal(CommandSite.Query(folder, "select item_id from content_path").Count, CommandSite.Query(folder, "select item_id from search_item").Count);
    }
}
