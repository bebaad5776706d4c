using Portal.Testing;
using Portal.Tests.Sqlite;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>A disk that is full: one line that says so, and nothing changed. Files that may not grow beyond a size are the nearest that a test comes to it.</summary>
[Trait("Database", "Sqlite")]
public sealed class FullDiskTests(CrashLab lab) : IClassFixture<CrashLab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A media file stops it at 100, the database's journal later.
    [Theory]
    [InlineData("import", 100)]
    [InlineData("import", 400)]
    [InlineData("recipe", 100)]
    [InlineData("recipe", 400)]
    [InlineData("package", 100)]
    public async Task Command_OntoAFullDisk_Gives1AndOneLine_AndChangesNothing(string command, int kilobytes)
    {
        string[] verb = command switch { "import" => ["import", lab.ContentFolder], "recipe" => ["recipe", lab.Recipe], _ => ["recipe", lab.Package] };
        using var site = lab.Site();
        var before = SiteDump.Read(site.File("portal.db"));
        await FailAsync(kilobytes, [.. verb, HostProcess.Data(site.Path)]);
        Assert.Equal(before, SiteDump.Read(site.File("portal.db")));
        Assert.DoesNotContain(Directory.EnumerateFiles(site.File("media"), "*", SearchOption.AllDirectories), file => new FileInfo(file).Length == kilobytes * 1024);
        Assert.Equal(0, (await HostProcess.RunAsync(Token, [.. verb, HostProcess.Data(site.Path)])).Code);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    public async Task Setup_OntoAFullDisk_Gives1AndOneLine_AndCanBeDoneAgain(int kilobytes)
    {
        using var folder = new TemporaryFolder();
        await FailAsync(kilobytes, "setup", HostProcess.Data(folder.Path));
        Assert.Equal(0, (await HostProcess.RunAsync(Token, "setup", HostProcess.Data(folder.Path))).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".zip")]
    public async Task Export_OntoAFullDisk_Gives1AndOneLine_AndLeavesTheEarlierOne(string extension)
    {
        using var site = lab.Site();
        using var targets = new TemporaryFolder();
        var target = targets.File("export" + extension);
        Assert.Equal(0, (await HostProcess.RunAsync(Token, "export", target, HostProcess.Data(site.Path))).Code);
        Assert.Equal(0, (await HostProcess.RunAsync(Token, "import", lab.ContentFolder, HostProcess.Data(site.Path))).Code);
        var before = Bytes(targets.Path);
        await FailAsync(100, "export", target, "--overwrite", HostProcess.Data(site.Path));
        Assert.Equal(before, Bytes(targets.Path));
    }

    private static async Task FailAsync(int kilobytes, params string[] args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The size of files can be limited on Linux only.");
        await using var host = HostProcess.StartWithSmallFiles(kilobytes, args);
        var result = await host.EndAsync(Token);
        Assert.True(result.Code == 1, $"{result.Code}: {result.Error}");
        Assert.Matches("^[^\n]*(full|File too large|disk I/O)[^\n]*$", result.Error.Trim());
    }

    private static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToBase64String(File.ReadAllBytes(file)), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
