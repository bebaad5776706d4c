using Portal.Testing;
using Portal.Tests.Export;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>Exports that replace an earlier one, killed at fourteen moments: what stands under their name is the earlier or the new one, and the next export goes well.</summary>
[Trait("Database", "Sqlite")]
public sealed class KilledExportTests(CrashLab lab) : IClassFixture<CrashLab>
{
    private const int Moments = 7;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FolderExport_Killed_LeavesTheEarlierOrTheNewOne()
    {
        using var site = lab.Site();
        using var targets = new TemporaryFolder();
        var (old, grown) = await ExportsAsync(site, targets, "");
        var (was, becomes) = (Exports.Read(old), Exports.Read(grown));
        var target = targets.File("target");
        await KillAsync(site, target, () => CrashLab.Copy(old, target), () =>
        {
            // Between its two names neither stands there; the next export sees to that.
            if (Directory.Exists(target))
            {
                var there = Exports.Read(target);
                Assert.True(there.SequenceEqual(was) || there.SequenceEqual(becomes), "The folder is neither the earlier nor the new export.");
            }

            Directory.Delete(target, recursive: true);
        });
        await AssertNextAsync(site, target);
        Assert.Equal(becomes, Exports.Read(target));
        Assert.Equal(["grown", "old", "target"], Names(targets));
    }

    [Fact]
    public async Task PackageExport_Killed_LeavesTheEarlierOrTheNewOne()
    {
        using var site = lab.Site();
        using var targets = new TemporaryFolder();
        var (old, grown) = await ExportsAsync(site, targets, ".zip");
        var (was, becomes) = (await File.ReadAllBytesAsync(old, Token), await File.ReadAllBytesAsync(grown, Token));
        var target = targets.File("target.zip");
        await KillAsync(site, target, () => File.Copy(old, target, overwrite: true), () =>
        {
            var there = File.ReadAllBytes(target);
            Assert.True(there.SequenceEqual(was) || there.SequenceEqual(becomes), "The package is neither the earlier nor the new export.");
        });
        await AssertNextAsync(site, target);
        Assert.Equal(becomes, await File.ReadAllBytesAsync(target, Token));
        Assert.Equal(["grown.zip", "old.zip", "target.zip"], Names(targets));
    }

    // An export of the site, and one after it has grown.
    private async Task<(string Old, string Grown)> ExportsAsync(TemporaryFolder site, TemporaryFolder targets, string extension)
    {
        var (old, grown) = (targets.File("old" + extension), targets.File("grown" + extension));
        await RunAsync("export", old, HostProcess.Data(site.Path));
        await RunAsync("import", lab.ContentFolder, HostProcess.Data(site.Path));
        await RunAsync("export", grown, HostProcess.Data(site.Path));
        return (old, grown);
    }

    private static async Task KillAsync(TemporaryFolder site, string target, Action prepare, Action check)
    {
        prepare();
        var kill = await Kill.MeasureAsync(site.Path, speaks: true, "export", target, "--overwrite");
        var random = new Random(20_261_121);
        for (var moment = 0; moment < Moments; moment++)
        {
            prepare();
            await kill.AtAsync(site.Path, (moment + random.NextDouble()) / Moments, "export", target, "--overwrite");
            check();
        }
    }

    private static Task AssertNextAsync(TemporaryFolder site, string target) => RunAsync("export", target, "--overwrite", HostProcess.Data(site.Path));

    private static async Task RunAsync(params string[] args)
    {
        var result = await HostProcess.RunAsync(Token, args);
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    private static IEnumerable<string?> Names(TemporaryFolder folder) => Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
