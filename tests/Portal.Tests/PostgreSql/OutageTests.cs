using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.PostgreSql;

/// <summary>The server goes away, as by a power cut, and comes back: requests are answered with 503 meanwhile, nothing is half-written, and nobody has to do anything.</summary>
public sealed class OutageTests(OutageSite site) : IClassFixture<OutageSite>
{
    private static readonly string[] Pages = ["/handbooks", "/glossary", "/practices", "/organisations", "/search?q=prison", "/sitemap.xml", "/approaches", "/standards"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_WhileTheServerIsAway_Are503AndThenAnsweredAgain()
    {
        var cluster = site.Cluster;
        await KeptAsync("/handbooks");
        await cluster.StopServerAsync();
        try
        {
            await PageAsync("/country-models");
            await PageAsync("/country-models/no-such-country");
            foreach (var url in new[] { "/api/v1/content?type=Handbook", "/api/v1/content/x", "/api/v1/search?q=prison" })
            {
                await ProblemAsync(url);
            }

            using var ready = await site.App.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.DoesNotContain("   at ", Assert.Single(site.App.Log.Warnings, line => line.Contains("HealthCheck", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync("/health/live"));
            // What is kept needs no database.
            Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync("/handbooks"));
        }
        finally
        {
            await cluster.StartServerAsync();
        }

        await BackAsync();
        foreach (var url in new[] { "/country-models", "/api/v1/content?type=Handbook", "/search?q=prison", "/handbooks" })
        {
            Assert.Equal((url, HttpStatusCode.OK), (url, await site.App.StatusAsync(url)));
        }

        Assert.All(site.App.Log.Warnings, line => Assert.DoesNotContain("An unhandled exception", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_WhileTheServerStopsAndStarts_AreAnsweredOr503()
    {
        var cluster = site.Cluster;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var answers = new ConcurrentDictionary<(string, HttpStatusCode), int>();
        var readers = Enumerable.Range(0, 8).Select(reader => Task.Run(
            async () =>
            {
                for (var i = reader; !end.IsCancellationRequested; i++)
                {
                    // Neither from the output cache nor from what is kept in memory: they would hide what the database does.
                    await site.App.Get<ChangeFeed>().NotifyAsync([ChangeFeed.Everything], Token);
                    var url = i % 3 == 0 ? "/api/v1/content?type=Handbook&page=" + ((i % 5) + 1) : $"{Pages[i % Pages.Length]}";
                    using var response = await site.App.GetAsync(url, "Authorization: none");
                    answers.AddOrUpdate((url, response.StatusCode), 1, (_, count) => count + 1);
                }
            },
            Token)).ToList();
        foreach (var mode in new[] { "immediate", "fast", "immediate" })
        {
            await Task.Delay(400, Token);
            await cluster.StopServerAsync(mode);
            await Task.Delay(400, Token);
            await cluster.StartServerAsync();
        }

        await BackAsync();
        await end.CancelAsync();
        await Task.WhenAll(readers);
        var unforeseen = site.App.Log.Warnings.Where(line => line.Contains("An unhandled exception", StringComparison.Ordinal)).ToList();
        Assert.True(unforeseen.Count == 0, string.Join('\n', unforeseen));
        Assert.All(answers.Keys, answer => Assert.Contains(answer.Item2, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]));
        Assert.Contains(answers.Keys, answer => answer.Item2 == HttpStatusCode.ServiceUnavailable);
        // The connections that died are not handed out one by one.
        foreach (var url in Enumerable.Repeat(Pages, 3).SelectMany(urls => urls))
        {
            using var response = await site.App.GetAsync(url, "Authorization: none");
            Assert.Equal((url, HttpStatusCode.OK), (url, response.StatusCode));
        }
    }

    // At several moments of it: while files are read, while items are written, and near the end.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Import_WhileTheServerStops_LeavesNothingAndGoesWellTheNextTime(int lines)
    {
        var cluster = site.Cluster;
        using var folder = new TemporaryFolder();
        foreach (var page in Enumerable.Range(0, 400))
        {
            folder.Write($"about/outage-{lines}-{page}.md", $"---\ntype: Page\ntitle: Outage {page}\n---\n\n## First\n\nOne.\n\n## Second\n\nTwo.\n");
        }

        var before = await site.StateAsync();
        HostResult failed;
        await using (var host = HostProcess.Start(["import", folder.Path, .. site.Settings]))
        {
            for (var line = 0; line < lines; line++)
            {
                await host.LineAsync(text => text.StartsWith("Read", StringComparison.Ordinal) || text.StartsWith("Imported", StringComparison.Ordinal), Token);
            }

            await cluster.StopServerAsync();
            failed = await host.EndAsync(Token);
        }

        await cluster.StartServerAsync();
        Assert.Equal(1, failed.Code);
        Assert.Contains("database", Assert.Single(failed.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, await site.StateAsync());

        var again = await HostProcess.RunAsync(Token, ["import", folder.Path, .. site.Settings]);
        Assert.Equal((0, ""), (again.Code, again.Error));
        await BackAsync();
        Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync($"/about/outage-{lines}-7"));
    }

    [Fact]
    public async Task Serve_ServerComesLater_WaitsForIt()
    {
        var cluster = site.Cluster;
        using var folder = new TemporaryFolder();
        await cluster.StopServerAsync("fast");
        await using var host = HostProcess.Start([HostProcess.Data(folder.Path), "--urls=http://127.0.0.1:0", .. site.Database]);
        try
        {
            await host.LineAsync(text => text.Contains("does not answer", StringComparison.Ordinal) && text.Contains("Waiting", StringComparison.Ordinal), Token);
        }
        finally
        {
            await cluster.StartServerAsync();
        }

        await host.LineAsync(text => text.Contains(" is at ", StringComparison.Ordinal), Token);
    }

    private async Task PageAsync(string url)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Equal((url, HttpStatusCode.ServiceUnavailable), (url, response.StatusCode));
        Assert.Equal("10", response.Header("Retry-After"));
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Not available at the moment", Html.Parse(await response.Content.ReadAsStringAsync(Token)).QuerySelector("h1").Words());
    }

    private async Task ProblemAsync(string url)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Equal((url, HttpStatusCode.ServiceUnavailable), (url, response.StatusCode));
        Assert.Equal("10", response.Header("Retry-After"));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(503, (int?)(await response.JsonAsync())["status"]);
    }

    /// <summary>The page is in the output cache, and nothing that was written before (by an import of another test) is still to be heard of: that would drop it again.</summary>
    private async Task KeptAsync(string url)
    {
        await site.App.Services.GetServices<IHostedService>().OfType<ChangeWatcher>().Single().LookAsync(Token);
        var started = Stopwatch.GetTimestamp();
        for (var kept = false; !kept;)
        {
            using var response = await site.App.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            kept = response.Headers.Age is not null;
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(15), $"{url} is never kept.");
        }
    }

    private async Task BackAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (await site.App.StatusAsync("/health/ready") != HttpStatusCode.OK)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(15), "The site did not recover.");
            await Task.Delay(100, Token);
        }
    }
}
