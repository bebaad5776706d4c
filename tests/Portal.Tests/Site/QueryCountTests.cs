using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>The promise that a page which is not cached costs four queries at most, held for one page of each kind.</summary>
public sealed partial class QueryCountTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const int Most = 4;

    [Theory]
    [InlineData("/")]
    [InlineData("/handbooks")]
    [InlineData("/handbooks?topic=exit-work&page=2")]
    [InlineData("/handbooks/setting-up-a-multi-agency-structure")]
    [InlineData("/handbooks/setting-up-a-multi-agency-structure/share-and-assess")]
    [InlineData("/handbooks/civil-society-and-the-state-in-exit-work/methods")]
    [InlineData("/practices?country=de&sort=newest")]
    [InlineData("/organisations")]
    [InlineData("/approaches")]
    [InlineData("/standards")]
    [InlineData("/training?sort=time")]
    [InlineData("/country-models")]
    [InlineData("/country-models/compare")]
    [InlineData("/glossary")]
    [InlineData("/about/privacy")]
    [InlineData("/none")]
    [InlineData("/handbooks/none/none")]
    [InlineData("/sitemap.xml")]
    [InlineData("/feeds/handbooks.atom")]
    [InlineData("/api/v1/content?type=Handbook")]
    public Task Get_NotFromTheCache_SendsFourQueriesAtMost(string url) => HoldAsync(url, Most);

    // Besides its item and its sources such a page reads what it refers to, what refers to it, what is related, and what it stands in.
    [Theory]
    [InlineData("/practices/exit-sweden-triangle", 5)]
    [InlineData("/organisations/exit-sweden", 5)]
    [InlineData("/approaches/type-a", 5)]
    [InlineData("/recommendations", 5)]
    [InlineData("/glossary/exit-work", 5)]
    [InlineData("/sources/management-of-exit-programmes", 5)]
    [InlineData("/country-models/germany", 6)]
    [InlineData("/recommendations/show-what-you-do", 5)]
    [InlineData("/standards/cso-transparency-criteria", 5)]
    [InlineData("/training/sharing-information-lawfully", 6)]
    [InlineData("/training/sharing-information-lawfully/steps-one-to-three", 6)]
    public Task Get_PageWithConnections_SendsSixQueriesAtMost(string url, int most) => HoldAsync(url, most);

    private async Task HoldAsync(string url, int most)
    {
        // The first reads what is kept in memory: definitions, taxonomies, settings, the glossary.
        using var first = await site.App.GetAsync(url);
        using var second = await site.App.GetAsync(url, "Authorization: none");
        Assert.Empty(second.Header("Age"));
        var timing = Timing().Match(second.Header("Server-Timing"));
        Assert.True(timing.Success, second.Header("Server-Timing"));
        Assert.InRange(int.Parse(timing.Groups["queries"].Value, CultureInfo.InvariantCulture), 0, most);
    }

    [Fact]
    public async Task Get_FromTheCache_SendsNone()
    {
        using var first = await site.App.GetAsync("/handbooks?topic=exit-work");
        using var second = await site.App.GetAsync("/handbooks?topic=exit-work");
        Assert.EndsWith("db;desc=\"0\"", second.Header("Server-Timing"), StringComparison.Ordinal);
    }

    [GeneratedRegex("^app;dur=[0-9.]+, db;desc=\"(?<queries>[0-9]+)\"$")]
    private static partial Regex Timing();
}
