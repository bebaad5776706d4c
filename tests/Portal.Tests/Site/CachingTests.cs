using System.IO.Compression;
using System.Net;
using System.Text;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>Entity tags, kinds of compression and HEAD: whoever asked before, each reader gets what is right for it.</summary>
public sealed class CachingTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Handbook = "/handbooks/setting-up-a-multi-agency-structure";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Accepted => new()
    {
        { "br", "br" },
        { "gzip", "gzip" },
        { "gzip, deflate, br, zstd", "br" },
        { "gzip;q=1.0, br;q=0", "gzip" },
        { "br;q=0", "" },
        { "identity", "" },
        { "*", "" },
        { "vibrant", "" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Get_AsEncodingAsked_GivesThatOne(string accepted, string given)
    {
        // Each case finds the cache filled by the others, in whichever order they ran.
        using var response = await site.App.GetAsync("/handbooks", accepted.Length == 0 ? [] : [$"Accept-Encoding: {accepted}"]);
        Assert.Equal(given, response.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", response.Header("Vary"));
        Assert.Contains("<h1>Handbooks</h1>", await DecodedAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EveryVariant_HasATagOfItsOwn()
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var encoding in new[] { "br", "gzip", "identity", "br", "gzip", "identity" })
        {
            using var response = await site.App.GetAsync(Handbook, $"Accept-Encoding: {encoding}");
            tags.Add(response.Header("ETag"));
        }

        Assert.Equal(3, tags.Count);
        Assert.All(tags, tag => Assert.Matches("^\"[0-9a-f]{24}\"$", tag));
    }

    [Fact]
    public async Task Get_WithTheTagItHas_Gives304WithoutABody()
    {
        using var first = await site.App.GetAsync(Handbook + "/share-and-assess", "Accept-Encoding: gzip");
        var tag = first.Header("ETag");
        Assert.Equal("no-cache", first.Header("Cache-Control"));

        using var same = await site.App.GetAsync(Handbook + "/share-and-assess", "Accept-Encoding: gzip", $"If-None-Match: \"other\", {tag}");
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Header("ETag"));
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(Token));

        using var other = await site.App.GetAsync(Handbook + "/share-and-assess", "Accept-Encoding: gzip", "If-None-Match: \"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/handbooks?topic=exit-work")]
    [InlineData("/search?q=prison")]
    [InlineData("/about/privacy")]
    [InlineData("/api/v1/content?type=Page")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/feeds/handbooks.atom")]
    [InlineData("/opensearch.xml")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/ready")]
    [InlineData("/_content/Commons/favicon.svg")]
    [InlineData("/none")]
    public async Task Head_IsTheGetWithoutABody(string url)
    {
        using var get = await site.App.GetAsync(url);
        using var head = await site.App.SendAsync(HttpMethod.Head, url);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
    }

    // One reader's cache must not be filled by another's headers.
    [Fact]
    public async Task Get_WithAnotherHost_DoesNotReachTheNextReader()
    {
        const string Url = "/glossary/exit-work";
        using (var forged = await site.App.GetAsync(Url, "Host: evil.example", "X-Forwarded-Host: evil.example"))
        {
            Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
        }

        Assert.DoesNotContain("evil.example", await site.App.TextAsync(Url), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", await site.App.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    // A shared cache must not be able to keep one reader's search for another.
    [Fact]
    public async Task Search_IsNotKept()
    {
        using var first = await site.App.GetAsync("/search?q=prison");
        using var second = await site.App.GetAsync("/search?q=prison");
        Assert.Empty(second.Header("Age"));
    }

    [Theory]
    [InlineData("/about/privacy?made-up=1")]
    [InlineData("/handbooks?made-up=1")]
    public async Task Get_WithAKeyThatThePageDoesNotRead_IsTheCopyThatIsThere(string url)
    {
        using var first = await site.App.GetAsync(url.Split('?')[0]);
        using var second = await site.App.GetAsync(url);
        Assert.NotEmpty(second.Header("Age"));
    }

    [Fact]
    public async Task Assets_OfAPage_AreThere_AndAreNotSentAgain()
    {
        var page = await site.App.Client.PageAsync("/");
        var assets = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!)).ToList();
        Assert.True(assets.Count >= 5, string.Join(' ', assets));
        foreach (var asset in assets)
        {
            using var first = await site.App.GetAsync(asset);
            using var second = await site.App.GetAsync(asset, $"If-None-Match: {first.Header("ETag")}");
            Assert.Equal((asset, HttpStatusCode.OK, HttpStatusCode.NotModified), (asset, first.StatusCode, second.StatusCode));
        }

        // Those with a fingerprint in their name are kept for good, and sent compressed.
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches(@"\.[0-9a-z]{10}\.css$", style);
        using var kept = await site.App.GetAsync(style, "Accept-Encoding: br");
        Assert.Contains("immutable", kept.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(("br", "Accept-Encoding"), (kept.Header("Content-Encoding"), kept.Header("Vary")));
    }

    private static async Task<string> DecodedAsync(HttpResponseMessage response)
    {
        var stream = await response.Content.ReadAsStreamAsync(Token);
        await using Stream decoded = response.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(decoded, Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }
}
