using Portal.Testing;
using Portal.Tests.Commands;
using Portal.Tests.Export;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>
/// A verb that is killed at any moment of its work leaves the site as it was before or as it is after, never between; the next start needs no help. What
/// an export was to make is whole or not there.
/// </summary>
public sealed class KilledVerbTests(KilledSite killed) : IClassFixture<KilledSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Fifty moments, spread over the work of each verb.</summary>
    public static TheoryData<string, double> Moments =>
    [
        .. new[] { ("import", 12), ("recipe", 12), ("package", 8), ("export", 8), ("export-package", 6), ("migrate", 4) }
            .SelectMany(verb => Enumerable.Range(0, verb.Item2).Select(moment => new TheoryDataRow<string, double>(verb.Item1, (moment + 0.5) / verb.Item2))),
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Verb_Killed_LeavesTheSiteAsBeforeOrAsAfter(string verb, double part)
    {
        using var site = verb == "migrate" ? await KilledSite.BehindAsync() : await CommandSite.StartAsync();
        using var targets = new TemporaryFolder();
        var target = targets.File(verb == "export-package" ? "out.zip" : "out");
        await using (var host = HostProcess.Start([.. killed.Arguments(verb, target), HostProcess.Data(site.Folder)]))
        {
            await Task.Delay(killed.Moment(verb, part), Token);
            await host.KillAsync();
        }

        Assert.Contains(await KilledSite.DigestAsync(site.Folder), new[] { killed.Before, killed.After(verb) });
        if (Directory.Exists(target))
        {
            Exports.AssertSame(killed.Exported, target);
        }
        else if (File.Exists(target))
        {
            Assert.Equal(await File.ReadAllBytesAsync(killed.Package, Token), await File.ReadAllBytesAsync(target, Token));
        }
    }

    [Fact]
    public async Task Site_WhoseImportWasKilled_ServesByItself()
    {
        using var site = await CommandSite.StartAsync();
        await using (var host = HostProcess.Start([.. killed.Arguments("import", ""), HostProcess.Data(site.Folder)]))
        {
            await host.LineAsync(line => line.StartsWith("Imported", StringComparison.Ordinal), Token);
            await host.KillAsync();
        }

        var (serving, address) = await HostProcess.ServeAsync(site.Folder, Token);
        await using var ending = serving;
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal(200, (int)(await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(404, (int)(await client.GetAsync(new Uri("/made/page-1", UriKind.Relative), Token)).StatusCode);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("recipe")]
    [InlineData("package")]
    [InlineData("export")]
    [InlineData("export-package")]
    public async Task Disk_Full_SaysSoAndLeavesTheSiteAsBefore(string verb)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The size of files is limited by a shell of Linux.");
        using var site = await CommandSite.StartAsync();
        using var targets = new TemporaryFolder();
        var target = targets.File(verb == "export-package" ? "out.zip" : "out");
        var exports = verb.StartsWith("export", StringComparison.Ordinal);
        if (exports)
        {
            Assert.Equal(0, (await site.RunAsync(killed.Arguments("import", ""))).Code);
        }

        // Less than the log of what is written, and than the largest file of an export.
        const int kilobytes = 1024;
        await using var host = HostProcess.StartWithSmallFiles(kilobytes, [.. killed.Arguments(verb, target), HostProcess.Data(site.Folder)]);
        var result = await host.EndAsync(Token);
        Assert.Equal(1, result.Code);
        Assert.Matches("(?i)full|no space|too large|disk I/O", result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(exports ? killed.After("import") : killed.Before, await KilledSite.DigestAsync(site.Folder));
        Assert.False(Directory.Exists(target) || File.Exists(target));
    }
}
