using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

public sealed class ServeCommandTests
{
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_PortTaken_Gives1AndOneLine()
    {
        using var site = await CommandSite.StartAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var result = await site.RunAsync("serve", $"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal((1, false), (result.Code, result.Output.Contains("   at ", StringComparison.Ordinal)));
        Assert.Contains("address already in use", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AtNonsense_Gives1AndOneLine()
    {
        using var site = await CommandSite.StartAsync();
        var result = await site.RunAsync("serve", "--urls=nonsense");
        Assert.Equal(1, result.Code);
        Assert.Contains("nonsense", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WithoutSetUp_SetsUpSaysWhereItIs_AndEndsWellWhenAsked()
    {
        using var folder = new TemporaryFolder();
        var (host, address) = await HostProcess.ServeAsync(folder.Path, Token);
        await using var ending = host;
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Token));
        Assert.Contains("<h1", await client.GetStringAsync("/", Token), StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var result = await host.EndAsync(Token);
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Fact]
    public async Task Import_ByAnotherProcess_ReachesThePagesThatAreCached()
    {
        using var site = await CommandSite.StartAsync();
        using var content = new TemporaryFolder();
        var (host, address) = await HostProcess.ServeAsync(site.Folder, Token);
        await using var ending = host;
        using var client = new HttpClient { BaseAddress = address };
        foreach (var url in new[] { "/", "/handbooks", "/handbooks" })
        {
            Assert.DoesNotContain("Aardvark", await client.GetStringAsync(url, Token), StringComparison.Ordinal);
        }

        content.Write("handbooks/aardvark.md", "---\ntype: Handbook\ntitle: Aardvark care\nsummary: Of animals.\n---\n\nText.\n");
        Assert.Equal(0, (await site.RunAsync("import", content.Path)).Code);

        // The feed is looked at every second; more than a few would be a cache that was not told.
        var clock = Stopwatch.StartNew();
        while (!(await client.GetStringAsync("/handbooks", Token)).Contains("Aardvark care", StringComparison.Ordinal))
        {
            Assert.True(clock.Elapsed < Noticed, "The list still is the one before the import.");
            await Task.Delay(100, Token);
        }

        Assert.Contains("Aardvark care", await client.GetStringAsync("/", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindex_WhileAnotherProcessServes_LeavesNoMomentWithoutAnswers()
    {
        using var site = await CommandSite.StartAsync();
        var (host, address) = await HostProcess.ServeAsync(site.Folder, Token);
        await using var ending = host;
        using var client = new HttpClient { BaseAddress = address };
        var before = await TotalAsync(client);
        Assert.True(before > 10);

        var reindex = site.RunAsync("reindex");
        do
        {
            Assert.Equal(before, await TotalAsync(client));
            await Task.Delay(20, Token);
        }
        while (!reindex.IsCompleted);

        var result = await reindex;
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains($"The search index holds {ReadySite.Pages} items", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await TotalAsync(client));
    }

    private static async Task<int> TotalAsync(HttpClient client)
        => JsonNode.Parse(await client.GetStringAsync("/api/v1/search?q=prison", Token))!["total"]!.GetValue<int>();
}
