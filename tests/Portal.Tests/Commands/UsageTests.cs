using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

/// <summary>How the host takes its command line: by exit code, and a line that says what is wrong.</summary>
public sealed class UsageTests
{
    private const string Folder = "--Portal:DataPath=does-not-matter";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string[], string> Wrong => new()
    {
        { ["sreve"], "'sreve' is not understood." },
        { ["setup", "--force"], "'--force' is not understood." },
        { ["--force"], "'--force' is not understood." },
        { ["import"], "import" },
        { ["import", "content", "more"], "'more' is not understood." },
        { ["import", "content", "--chek", Folder], "'--chek' is not understood." },
        { ["import", "--chek=true", Folder], "'--chek=true' is not understood." },
        { ["setup", "--Portal:DataPath"], "'--Portal:DataPath' is not understood." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Run_WithWrongUsage_Gives2AndSaysWhat(string[] args, string said)
    {
        var result = await HostProcess.RunAsync(Token, args);
        Assert.Equal(2, result.Code);
        Assert.Contains(said, result.Error.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("--help", "reindex")]
    [InlineData("serve --help", "serve")]
    [InlineData("setup --help", "setup")]
    [InlineData("recipe --help", "--allow-unknown")]
    [InlineData("import --help", "--check")]
    [InlineData("export --help", "export <FOLDER|FILE.zip> [options]")]
    [InlineData("reindex --help", "reindex")]
    public async Task Run_WithHelp_Gives0AndTheOptions(string args, string said)
    {
        var result = await HostProcess.RunAsync(Token, args.Split(' '));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "--Portal:Database:Provider=Oracle", "Portal:Database:Provider is 'Oracle'")]
    [InlineData("setup", "--Portal:Database:Provider=Postgres", "ConnectionStrings:Portal is missing")]
    [InlineData("setup", "--Portal:DataPath=", "Portal:DataPath is empty")]
    [InlineData("serve", "--Portal:Search:RequestsPerMinute=0", "Portal:Search:RequestsPerMinute is 0")]
    [InlineData("reindex", "--Portal:Search:RequestsPerMinute=many", "'many' at 'Portal:Search:RequestsPerMinute'")]
    [InlineData("setup", "--Portal:Setup:Recipe=../portal", "Portal:Setup:Recipe is '../portal'")]
    [InlineData("serve", "--Portal:TakeAway:Seconds=abc", "'abc' at 'Portal:TakeAway:Seconds'")]
    [InlineData("setup", "--Portal:TakeAway:PdfsPerMinute=abc", "'abc' at 'Portal:TakeAway:PdfsPerMinute'")]
    [InlineData("setup", "--Portal:TakeAway:Seconds=0", "Portal:TakeAway:Seconds must be from 1 to 600")]
    [InlineData("serve", "--Portal:ServerTiming=perhaps", "'perhaps' at 'Portal:ServerTiming'")]
    public async Task Run_WithWrongConfiguration_Gives1AndNamesTheKey(string verb, string setting, string said)
    {
        var result = await HostProcess.RunAsync(Token, verb, setting);
        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains(said, Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setup", "--Portal:TakeAway:Seconds=0")]
    [InlineData("recipe", "none.recipe.json")]
    [InlineData("import", "no-such-folder")]
    public async Task Run_ThatIsRefusedBeforeItBegins_LeavesNoDataFolder(string verb, string wrong)
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        Assert.Equal(1, (await HostProcess.RunAsync(Token, verb, wrong, $"--Portal:DataPath={data}")).Code);
        Assert.False(Directory.Exists(data));
    }

    [Theory]
    [InlineData("Server")]
    [InlineData("Hots=localhost")]
    [InlineData("Database=portal")]
    public async Task Run_WithAConnectionStringThatCannotBeRead_Gives1AndNamesTheKey(string connectionString)
    {
        var result = await HostProcess.RunAsync(Token, "setup", "--Portal:Database:Provider=Postgres", $"--ConnectionStrings:Portal={connectionString}");
        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.StartsWith("ConnectionStrings:Portal cannot be read: ", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("import .")]
    [InlineData("reindex")]
    public async Task Run_WithAServerThatIsNotThere_Gives1AndALine(string verb)
    {
        using var folder = new TemporaryFolder();
        var result = await HostProcess.RunAsync(
            Token, [.. verb.Split(' '), HostProcess.Data(folder.Path), "--Portal:Database:Provider=Postgres", "--ConnectionStrings:Portal=Host=127.0.0.1;Port=1;Password=secret"]);
        Assert.Equal((1, ""), (result.Code, result.Output));
        var line = Assert.Single(result.Error.Trim().Split('\n'));
        Assert.Contains("'127.0.0.1'", line, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Portal", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task Run_OverAFileThatIsNoDatabase_Gives1AndALine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("portal.db", new string('x', 5000));
        var result = await HostProcess.RunAsync(Token, "setup", HostProcess.Data(folder.Path));
        Assert.Equal(1, result.Code);
        Assert.Contains("database", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
