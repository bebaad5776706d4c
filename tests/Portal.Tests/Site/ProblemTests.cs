using System.Net;
using System.Text.Json.Nodes;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>What is wrong is said as problem details (RFC 9457) to machines and as a page to people; never with a stack trace.</summary>
public sealed class ProblemTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/search?size=0", "size")]
    [InlineData("/api/v1/search?size=101", "size")]
    [InlineData("/api/v1/search?size=ten", "size")]
    [InlineData("/api/v1/search?size=99999999999999999999", "size")]
    [InlineData("/api/v1/search?page=0", "page")]
    [InlineData("/api/v1/search?page=-1", "page")]
    [InlineData("/api/v1/search?page=", "page")]
    [InlineData("/api/v1/content", "type")]
    [InlineData("/api/v1/content?type=Nothing", "type")]
    [InlineData("/api/v1/content?type=handbook", "type")]
    [InlineData("/api/v1/content?type=Handbook&size=101", "size")]
    [InlineData("/api/v1/content?type=Handbook&page=x", "page")]
    public async Task Get_WithWrongInput_Is400AndNamesTheField(string url, string field)
    {
        using var response = await site.App.GetAsync(url);
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        var (name, messages) = Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal(field, name);
        Assert.Contains("'", messages![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/content/none")]
    [InlineData("/api/v1/none")]
    [InlineData("/api")]
    [InlineData("/health/none")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/openapi")]
    public async Task Get_WhatIsNotThere_Is404(string url)
    {
        using var response = await site.App.GetAsync(url);
        await ProblemAsync(response, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("SORCERY")]
    public async Task Send_WithAnotherMethod_Is405AndNamesThoseThatDo(string method)
    {
        foreach (var url in new[] { "/api/v1/search", "/api/v1/content/x", "/handbooks", "/", "/none", "/sitemap.xml" })
        {
            using var response = await site.App.SendAsync(new HttpMethod(method), url);
            Assert.Equal((url, HttpStatusCode.MethodNotAllowed), (url, response.StatusCode));
            Assert.Equal("GET, HEAD", response.Header("Allow"));
            var text = await response.Content.ReadAsStringAsync(Token);
            Assert.Contains(url.StartsWith("/api", StringComparison.Ordinal) ? "\"status\":405" : "That is not possible here", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Search_MoreOftenThanAllowed_Is429AndSaysWhenAgain()
    {
        await using var app = await PortalApplication.StartAsync(settings: "--Portal:Search:RequestsPerMinute=3");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/api/v1/search?q=prison"));
        }

        foreach (var url in new[] { "/api/v1/search?q=prison", "/api/v1/suggest?q=pri", "/search?q=prison" })
        {
            using var response = await app.GetAsync(url);
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.InRange(int.Parse(response.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
            var text = await response.Content.ReadAsStringAsync(Token);
            Assert.Contains(url.StartsWith("/api", StringComparison.Ordinal) ? "\"status\":429" : "Too many requests", text, StringComparison.Ordinal);
        }

        // Pages cost little, and are not counted.
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/handbooks"));
    }

    [Fact]
    public async Task Search_OnceAMinuteAllowed_IsAnsweredOnceAndThenRefused()
    {
        await using var app = await PortalApplication.StartAsync(settings: "--Portal:Search:RequestsPerMinute=1");
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/api/v1/search?q=prison"));
        using var response = await app.GetAsync("/api/v1/search?q=prison");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(int.Parse(response.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 30, 60);
    }

    [Fact]
    public async Task Get_WhenTheDatabaseFails_Is500WithATraceIdAndNoStackTrace()
    {
        await using var app = await PortalApplication.StartAsync();
        await app.ChangeAsync(session => session.ExecuteAsync("alter table search_segment rename to lost_index; alter table content_item rename to lost; alter table document rename to lost_too", null, Token));
        foreach (var url in new[] { "/api/v1/search?q=prison", "/api/v1/content?type=Handbook", "/api/v1/content/x" })
        {
            using var response = await app.GetAsync(url);
            await ProblemAsync(response, HttpStatusCode.InternalServerError);
        }

        foreach (var url in new[] { "/", "/handbooks", "/search?q=prison", "/handbooks/x/y", "/about/privacy", "/sitemap.xml", "/feeds/handbooks.atom" })
        {
            using var response = await app.GetAsync(url);
            Assert.Equal((url, HttpStatusCode.InternalServerError), (url, response.StatusCode));
            var text = await response.Content.ReadAsStringAsync(Token);
            var page = Html.Parse(text);
            Assert.Equal("Something went wrong", page.QuerySelector("h1").Words());
            var trace = page.QuerySelector(".trace").Words();
            Assert.Matches("^[0-9a-f]{32}$", trace);
            AssertNothingInside(text);
        }

        using var ready = await app.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        AssertNothingInside(await ready.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/health/live"));
    }

    private static async Task<JsonObject> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        AssertNothingInside(await response.Content.ReadAsStringAsync(Token));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!.AsObject();
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.NotEmpty(problem["title"]!.GetValue<string>());
        Assert.NotEmpty(problem["type"]!.GetValue<string>());
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$", problem["traceId"]!.GetValue<string>());
        return problem;
    }

    private static void AssertNothingInside(string text)
    {
        foreach (var inside in new[] { "   at ", "Exception", "Sqlite", "SQLite", "no such table", ".cs:line", "Portal.Kernel" })
        {
            Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
        }
    }
}
