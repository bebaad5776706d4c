using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

public sealed class SecurityHeaderTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/handbooks", 200)]
    [InlineData("/search?q=prison", 200)]
    [InlineData("/_content/Commons/commons.css", 200)]
    [InlineData("/_content/Commons/favicon.svg", 200)]
    [InlineData("/api/v1/search?q=prison", 200)]
    [InlineData("/api/v1/search?size=0", 400)]
    [InlineData("/api/v1/none", 404)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/sitemap.xml", 200)]
    [InlineData("/none", 404)]
    [InlineData("/error/404", 404)]
    [InlineData("/HANDBOOKS/setting-up-a-multi-agency-structure/Share-And-Assess", 301)]
    public async Task Get_HasTheHeaders(string url, int status)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Equal(status, (int)response.StatusCode);
        AssertSafe(response);
    }

    // A page that comes from the cache, and one that is not sent again.
    [Fact]
    public async Task Get_FromTheCache_HasTheHeaders()
    {
        using var first = await site.App.GetAsync("/glossary");
        using var second = await site.App.GetAsync("/glossary");
        using var third = await site.App.GetAsync("/glossary", $"If-None-Match: {first.Header("ETag")}");
        Assert.NotEmpty(second.Header("Age"));
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        Assert.All([first, second, third], AssertSafe);
    }

    [Fact]
    public async Task Failure_HasTheHeaders()
    {
        await using var app = await PortalApplication.StartAsync();
        await app.ChangeAsync(session => session.ExecuteAsync("alter table content_item rename to lost", null, Token));
        foreach (var url in new[] { "/handbooks", "/api/v1/content?type=Handbook" })
        {
            using var response = await app.GetAsync(url);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            AssertSafe(response);
        }
    }

    private static void AssertSafe(HttpResponseMessage response)
    {
        var policy = response.Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries)
            .ToDictionary(rule => rule.Split(' ')[0], rule => rule[(rule.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'self'", policy["script-src"]);
        Assert.Equal("'self'", policy["style-src"]);
        Assert.Equal("'self'", policy["form-action"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.Equal("'none'", policy["base-uri"]);
        Assert.DoesNotContain("unsafe", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", response.Header("Referrer-Policy"));
        Assert.Equal("same-origin", response.Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", response.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Empty(response.Header("Server"));
        Assert.Empty(response.Header("X-Powered-By"));
        Assert.Empty(response.Header("Set-Cookie"));
    }
}
