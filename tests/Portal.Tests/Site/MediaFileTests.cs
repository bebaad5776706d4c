using System.Net;
using System.Text;
using Portal.Kernel.Audit;
using Portal.Kernel.Media;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

public sealed class MediaFileTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Body = "0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("x/a.png", "image/png", false, true)]
    [InlineData("x/a.pdf", "application/pdf", false, false)]
    [InlineData("x/a.txt", "text/plain; charset=utf-8", false, true)]
    [InlineData("x/a.svg", "image/svg+xml", true, true)]
    [InlineData("x/a.md", "text/markdown; charset=utf-8", true, true)]
    [InlineData("x/a.zip", "application/zip", true, true)]
    [InlineData("x/größe 1.csv", "text/csv; charset=utf-8", true, true)]
    public async Task Get_HasItsHeaders(string path, string type, bool saved, bool sandboxed)
    {
        await PutAsync(path);
        using var response = await site.App.GetAsync("/media/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), "Accept-Encoding: br, gzip");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Body, await response.Content.ReadAsStringAsync(Token));
        Assert.Equal((type, "nosniff", "public, max-age=3600", "bytes"), (response.Header("Content-Type"), response.Header("X-Content-Type-Options"), response.Header("Cache-Control"), response.Header("Accept-Ranges")));
        Assert.Matches("^\"[0-9a-f]{32}\"$", response.Header("ETag"));
        Assert.Equal(saved, response.Header("Content-Disposition")?.StartsWith("attachment", StringComparison.Ordinal) == true);
        Assert.Equal(sandboxed, response.Header("Content-Security-Policy")!.Contains("sandbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WithTheTagItHas_IsNotSentAgain()
    {
        await PutAsync("tag.png");
        using var first = await site.App.GetAsync("/media/tag.png");
        using var again = await site.App.GetAsync("/media/tag.png", $"If-None-Match: {first.Header("ETag")}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("bytes=2-4", 206, "234")]
    [InlineData("bytes=-3", 206, "789")]
    [InlineData("bytes=99-", 416, "")]
    public async Task Get_Range_GivesThatPart(string range, int status, string body)
    {
        await PutAsync("range.mp4");
        using var response = await site.App.GetAsync("/media/range.mp4", $"Range: {range}");
        Assert.Equal((status, body), ((int)response.StatusCode, status == 416 ? "" : await response.Content.ReadAsStringAsync(Token)));
    }

    [Fact]
    public async Task Head_HasHeadersAndNoBody()
    {
        await PutAsync("head.png");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/media/head.png");
        using var response = await site.App.Client.SendAsync(request, Token);
        Assert.Equal((HttpStatusCode.OK, "10", ""), (response.StatusCode, response.Header("Content-Length"), await response.Content.ReadAsStringAsync(Token)));
    }

    [Theory]
    [InlineData("/media/none.png")]
    [InlineData("/media")]
    [InlineData("/media/")]
    [InlineData("/media/../portal.db")]
    [InlineData("/media/%2e%2e/portal.db")]
    [InlineData("/media/..%2fportal.db")]
    [InlineData("/media/tmp")]
    [InlineData("/media/%00.png")]
    [InlineData("/media/x%5c..%5ca.png")]
    public async Task Get_WhatIsNotThere_Is404(string url)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task Get_BytesAreLost_Is404()
    {
        await PutAsync("lost.png", "lost bytes");
        foreach (var blob in Directory.EnumerateFiles(Path.Combine(site.App.DataFolder, "media"), "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file) == "lost bytes"))
        {
            File.Delete(blob);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.App.GetAsync("/media/lost.png")).StatusCode);
    }

    private Task PutAsync(string path, string body = Body) => site.App.ChangeAsync(async session =>
    {
        var media = site.App.Get<MediaStore>();
        await media.PutAsync(session, path, (await media.StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), Token))!, Actor.System, Token);
    });
}
