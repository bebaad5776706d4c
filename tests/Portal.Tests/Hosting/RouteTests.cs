using Microsoft.AspNetCore.Routing;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Hosting;

/// <summary>Every route is known here, and tried by somebody without an account. A new one fails until it has its line.</summary>
public sealed class RouteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    // Pattern, an address that it answers, and the status that a reader without an account gets.
    private static readonly Dictionary<string, (string Sample, int Status)> Expected = new(StringComparer.Ordinal)
    {
        ["/"] = ("/", 200),
        ["/search"] = ("/search?q=prison", 200),
        ["/search/help"] = ("/search/help", 200),
        ["/handbooks"] = ("/handbooks", 200),
        ["/handbooks/{handbook}"] = ("/handbooks/setting-up-a-multi-agency-structure", 200),
        ["/handbooks/{handbook}/{chapter}"] = ("/handbooks/setting-up-a-multi-agency-structure/share-and-assess", 200),
        ["/country-models"] = ("/country-models", 200),
        ["/country-models/{country}"] = ("/country-models/none", 404),
        ["/country-models/compare"] = ("/country-models/compare", 200),
        ["/country-models/compare.csv"] = ("/country-models/compare.csv", 302),
        ["/glossary"] = ("/glossary", 200),
        ["/glossary/{term}"] = ("/glossary/exit-work", 200),
        ["/practices"] = ("/practices", 200),
        ["/practices/{practice}"] = ("/practices/exit-sweden-triangle", 200),
        ["/organisations"] = ("/organisations", 200),
        ["/organisations/{organisation}"] = ("/organisations/exit-sweden", 200),
        ["/approaches"] = ("/approaches", 200),
        ["/approaches/{approach}"] = ("/approaches/type-a", 200),
        ["/recommendations"] = ("/recommendations", 200),
        ["/recommendations/{recommendation}"] = ("/recommendations/show-what-you-do", 200),
        ["/standards"] = ("/standards", 200),
        ["/standards/{standard}"] = ("/standards/cso-transparency-criteria", 200),
        ["/training"] = ("/training", 200),
        ["/training/{module}"] = ("/training/sharing-information-lawfully", 200),
        ["/training/{module}/{lesson}"] = ("/training/sharing-information-lawfully/steps-one-to-three", 200),
        ["/{**path}"] = ("/about/privacy", 200),
        ["/checklist/{**path}"] = ("/checklist/handbooks/managing-an-exit-programme", 200),
        ["/pdf/{**path}"] = ("/pdf/handbooks/none.pdf", 404),
        ["/error/{status:int:range(400,599)}"] = ("/error/404", 404),
        ["/api/v1/search"] = ("/api/v1/search?q=prison", 200),
        ["/api/v1/suggest"] = ("/api/v1/suggest?q=pri", 200),
        ["/api/v1/content"] = ("/api/v1/content?type=Handbook", 200),
        ["/api/v1/content/{id}"] = ("/api/v1/content/none", 404),
        ["/media/{**path}"] = ("/media/none.pdf", 404),
        ["/openapi/v1.json"] = ("/openapi/v1.json", 200),
        ["/feeds/{list}.atom"] = ("/feeds/handbooks.atom", 200),
        ["/feeds/{taxonomy}/{term}.atom"] = ("/feeds/topic/exit-work.atom", 200),
        ["/sitemap.xml"] = ("/sitemap.xml", 200),
        ["/robots.txt"] = ("/robots.txt", 200),
        ["/opensearch.xml"] = ("/opensearch.xml", 200),
        ["/health/live"] = ("/health/live", 200),
        ["/health/ready"] = ("/health/ready", 200),
    };

    public static TheoryData<string, int> Samples => [.. Expected.Values.Select(route => new TheoryDataRow<string, int>(route.Sample, route.Status))];

    [Fact]
    public void Routes_AreThoseThatAreExpected()
    {
        var routes = site.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => !pattern.StartsWith("/_content/", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    // Files of themes lie under one address; anything else that is served as a file is a mistake.
    [Fact]
    public void Assets_AreThemesFilesOnly()
    {
        var assets = site.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Where(pattern => pattern.StartsWith("_content/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(assets);
        Assert.All(assets, asset => Assert.Matches(@"^_content/Commons/([\w.-]+/)*[\w.-]+\.(css|js|svg|woff2|txt|json|map|png|ico)(\.gz|\.br)?$", asset));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Get_WithoutAnAccount_GivesWhatIsExpected(string sample, int status)
        => Assert.Equal((sample, status), (sample, (int)await site.App.StatusAsync(sample)));
}
