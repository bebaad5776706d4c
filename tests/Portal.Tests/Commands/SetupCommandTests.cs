using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

public sealed class SetupCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Setup_Twice_SetsUpAndThenChangesNothing()
    {
        using var folder = new TemporaryFolder();
        var first = await HostProcess.RunAsync(Token, "setup", HostProcess.Data(folder.Path));
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains($"{ReadySite.Items} items created", first.Output, StringComparison.Ordinal);
        var versions = CommandSite.Query(folder.Path, "select version_id from content_item order by version_id");

        var second = await HostProcess.RunAsync(Token, "setup", HostProcess.Data(folder.Path));
        Assert.Equal((0, "The site is set up already; nothing was changed."), (second.Code, second.Output.Trim()));
        Assert.Equal(versions, CommandSite.Query(folder.Path, "select version_id from content_item order by version_id"));

        var (host, _) = await HostProcess.ServeAsync(folder.Path, Token);
        await host.DisposeAsync();
        Assert.Equal(versions, CommandSite.Query(folder.Path, "select version_id from content_item order by version_id"));
    }

    [Fact]
    public async Task Setup_WithAMissingRecipe_Gives1AndCanBeRunAgain()
    {
        using var folder = new TemporaryFolder();
        var failed = await HostProcess.RunAsync(Token, "setup", HostProcess.Data(folder.Path), "--Portal:Setup:Recipe=none");
        Assert.Equal(1, failed.Code);
        var line = Assert.Single(failed.Error.Trim().Split('\n'));
        Assert.StartsWith("none.recipe.json: ", line, StringComparison.Ordinal);
        Assert.EndsWith(" The site was not set up; nothing was changed.", line, StringComparison.Ordinal);

        Assert.Equal(0, (await HostProcess.RunAsync(Token, "setup", HostProcess.Data(folder.Path))).Code);
    }
}
