using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

/// <summary>The host and what is round it: a proxy before it, the machine's libraries under it.</summary>
public sealed class SurroundingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // As the README says of ASPNETCORE_FORWARDEDHEADERS_ENABLED.
    [Fact]
    public async Task Serve_BehindAProxyThatIsTrusted_GoesByWhatItForwards()
    {
        using var site = await CommandSite.StartAsync();
        var (host, address) = await HostProcess.ServeInAsync(["ASPNETCORE_FORWARDEDHEADERS_ENABLED=true"], site.Folder, Token, "--Portal:Search:RequestsPerMinute=1");
        await using var ending = host;
        using var client = new HttpClient { BaseAddress = address };

        using var page = await GetAsync(client, "/sitemap.xml", "192.0.2.1", "https");
        Assert.NotEmpty(page.Header("Strict-Transport-Security"));
        Assert.Contains($"<loc>https://{address.Authority}/</loc>", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            [await SearchAsync(client, "192.0.2.1"), await SearchAsync(client, "192.0.2.1"), await SearchAsync(client, "192.0.2.2")]);
    }

    [Fact]
    public async Task Serve_WithoutATrustedProxy_IsNotTakenInByForgedHeaders()
    {
        using var site = await CommandSite.StartAsync();
        var (host, address) = await HostProcess.ServeAsync(site.Folder, Token, "--Portal:Search:RequestsPerMinute=1");
        await using var ending = host;
        using var client = new HttpClient { BaseAddress = address };

        using var page = await GetAsync(client, "/sitemap.xml", "192.0.2.1", "https");
        Assert.Empty(page.Header("Strict-Transport-Security"));
        Assert.Contains($"<loc>http://{address.Authority}/</loc>", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [await SearchAsync(client, "192.0.2.1"), await SearchAsync(client, "192.0.2.2")]);
    }

    // A file that is no library takes the place of the system's: as good as none.
    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task Setup_WithoutTheLibraryOfSqlite_Gives1AndOneLineThatSaysWhatToInstall()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The system's library can be hidden on Linux only.");
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "libsqlite3.so.0", "libsqlite3.so" })
        {
            folder.Write(name, "This is no library, whatever it is called; it is longer than the header of one.");
        }

        await using var host = HostProcess.StartIn([$"LD_LIBRARY_PATH={folder.Path}"], "setup", HostProcess.Data(folder.File("data")));
        var result = await host.EndAsync(Token);
        Assert.Equal(1, result.Code);
        var line = Assert.Single(result.Error.Trim().Split('\n'));
        Assert.StartsWith("The SQLite library is missing (looked for libsqlite3.so.0, libsqlite3.so). Install it with", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1024)]
    [Trait("Database", "Sqlite")]
    public async Task Import_OntoAFullDisk_Gives1AndOneLineThatSaysWhy_AndChangesNothing(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The size of files can be limited on Linux only.");
        using var site = await CommandSite.StartAsync();
        using var content = new TemporaryFolder();
        var before = site.Versions();
        var random = new Random(8);
        for (var i = 0; i < 150; i++)
        {
            content.Write($"about/p{i}.md", $"---\ntype: Page\ntitle: P{i}\n---\n\n{string.Join(' ', Enumerable.Range(0, 400).Select(_ => $"w{random.Next():x}"))}\n");
        }

        await using (var host = HostProcess.StartWithSmallFiles(kilobytes, "import", content.Path, HostProcess.Data(site.Folder)))
        {
            var result = await host.EndAsync(Token);
            Assert.Equal(1, result.Code);
            Assert.Matches("^The database cannot be used: SQLite Error (10|13): '(disk I/O error|database or disk is full)'\\.$", Assert.Single(result.Error.Trim().Split('\n')));
        }

        Assert.Equal(before, site.Versions());
        Assert.Contains("150 created", (await site.RunAsync("import", content.Path)).Output, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> SearchAsync(HttpClient client, string forwardedFor)
    {
        using var response = await GetAsync(client, "/api/v1/search?q=prison", forwardedFor, "http");
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string url, string forwardedFor, string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return await client.SendAsync(request, Token);
    }
}
