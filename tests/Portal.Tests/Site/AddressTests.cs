using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>Wrong, hostile and overlong addresses: a page, or an answer that says no; never a failure of ours.</summary>
public sealed class AddressTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile =>
    [
        "/%00", "/a%00b", "/%zz", "/%", "/%2", "/%FF", "/%C0%AF", "/%ED%A0%80", "/a%ED%A0%80b", "/%EF%BF%BF", "/%0D%0ASet-Cookie:%20a=b", "/%E2%80%AEabc", "/%F0%9F%98%80",
        "//", "///", "//evil.example/x", "/\\evil.example", "/..%2f..%2fetc%2fpasswd", "/../../etc/passwd", "/./handbooks", "/handbooks/", "/handbooks//", "/handbooks/%2e%2e/",
        "/handbooks/a%2Fb", "/handbooks/'%20or%201=1--/x", "/<script>alert(1)</script>", "/handbooks;x=1", "/_content/Commons/../../appsettings.json", "/_content/Commons/%2e%2e/appsettings.json",
        "/appsettings.json", "/App_Data/portal.db", "/portal.db", "/web.config", "/content/README.md", "/recipes/portal.recipe.json", "/Handbooks", "/error/500", "/error/404", "/error/700", "/error/x",
        "/?q=%00", "/search?q=%00&topic=%00", "/search?q=%zz", "/search?q=%FF%FE", "/search?page=-1", "/search?page=999999999999", "/search?topic=" + "a,b,c,d,e,f,g,h", "/handbooks?page=x&topic=%00&topic=%FF",
        "/handbooks?page=10000", "/search?q=a&q=b&q=c", "/glossary?q=%00%FF", "/handbooks?" + "topic=x&topic=x&", "/api/v1/content/%00", "/api/v1/content/%2e%2e", "/api/v1/content/%FF", "/api/v1/search?%00=%00",
        "/feeds/..%2f.atom", "/feeds/%00.atom", "/openapi/%00.json", "/handbooks?topic[]=x", "/search?q=" + "%F0%9F%98%80%ED%A0%80%E2%80%AE",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Get_HostileAddress_IsAnsweredWithoutFailing(string target)
    {
        var status = await RawAsync(target);
        Assert.True(status is >= 200 and < 500, $"{target}: {status}");
        if (target.Contains("passwd", StringComparison.Ordinal) || target.Contains("portal.db", StringComparison.Ordinal) || target.EndsWith(".json", StringComparison.Ordinal)
            || target.EndsWith(".config", StringComparison.Ordinal) || target.EndsWith(".md", StringComparison.Ordinal))
        {
            Assert.InRange(status, 400, 499);
        }
    }

    [Fact]
    public async Task Get_AnyByteInTheQuery_IsAnsweredWithoutFailing()
    {
        var random = new Random(20_261_121);
        foreach (var path in new[] { "/search?q=", "/handbooks?topic=", "/glossary?q=", "/api/v1/search?q=", "/api/v1/suggest?q=", "/api/v1/search?q=prison&topic=", "/none/" })
        {
            for (var i = 0; i < 15; i++)
            {
                var bytes = new byte[random.Next(1, 40)];
                random.NextBytes(bytes);
                var target = path + string.Concat(bytes.Select(value => $"%{value:X2}"));
                var status = await RawAsync(target);
                Assert.True(status is >= 200 and < 500, $"{target}: {status}");
            }
        }
    }

    [Theory]
    [InlineData("/search?")]
    [InlineData("/handbooks?")]
    [InlineData("/api/v1/search?")]
    [InlineData("/")]
    [InlineData("/handbooks/")]
    [InlineData("/api/v1/content/")]
    public async Task Get_OverlongAddress_IsAnsweredWithoutFailing(string start)
    {
        string[] ends =
        [
            string.Join('&', Enumerable.Range(0, 1200).Select(number => $"a{number}=")), string.Join('&', Enumerable.Repeat("topic=x", 1000)), string.Join('&', Enumerable.Repeat("q=a", 2000)),
            "topic=" + string.Join(',', Enumerable.Range(0, 1500)), new string('a', 7900), new string('/', 7900), string.Concat(Enumerable.Repeat("%C3%A9", 1300)), string.Concat(Enumerable.Repeat("a/", 3900)),
            new string('a', 9000), new string('a', 70_000),
        ];
        foreach (var end in ends)
        {
            var status = await RawAsync(start + end);
            Assert.True(status is >= 200 and < 500, $"{start}{end[..20]}...: {status}");
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    public async Task Send_BrokenRequest_Is400(string request) => Assert.Equal(400, await SendAsync(request));

    [Theory]
    [InlineData("If-None-Match: \"\0")]
    [InlineData("If-None-Match: x, y, *")]
    [InlineData("If-Modified-Since: yesterday")]
    [InlineData("Accept-Encoding: ;;;q=x,,br;q=2")]
    [InlineData("Accept-Language: \u00e9")]
    [InlineData("Range: bytes=5-1")]
    [InlineData("Cookie: a=b; ;;=; .AspNetCore.Antiforgery.x=y")]
    [InlineData("Authorization: Bearer x")]
    public async Task Get_WithHostileHeader_IsAnsweredWithoutFailing(string header)
    {
        foreach (var path in new[] { "/handbooks", "/api/v1/search?q=a", "/_content/Commons/favicon.svg" })
        {
            var status = await SendAsync($"GET {path} HTTP/1.1\r\nHost: {site.App.Address.Authority}\r\nConnection: close\r\n{header}\r\n\r\n");
            Assert.True(status is >= 200 and < 500, $"{path} {header}: {status}");
        }
    }

    [Theory]
    [InlineData("/none", 404, "Page not found")]
    [InlineData("/handbooks/none", 404, "Page not found")]
    [InlineData("/handbooks/none/none", 404, "Page not found")]
    [InlineData("/glossary/none", 404, "Page not found")]
    [InlineData("/error/500", 404, "Page not found")]
    public async Task Get_WrongAddress_IsAPageWithASearchBox(string url, int status, string title)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Equal(status, (int)response.StatusCode);
        var page = Html.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(title, page.QuerySelector("h1").Words());
        Assert.NotNull(page.QuerySelector("main form[action='/search'] input[name=q]"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    private Task<int> RawAsync(string target) => SendAsync($"GET {target} HTTP/1.1\r\nHost: {site.App.Address.Authority}\r\nConnection: close\r\n\r\n");

    // HttpClient mends an address before it sends it; what a hostile client sends is not mended.
    private async Task<int> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.App.Address.Port, Token);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Token);
        }
        catch (IOException)
        {
            // The server has answered, and reads no further.
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync(Token) ?? "";
        return line.Split(' ') is [_, var status, ..] ? int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) : throw new InvalidOperationException($"'{line}'");
    }
}
