using System.Net;
using Portal.Modules.TakeAway.Pdf;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.TakeAway;

/// <summary>A page that is no item has a PDF too, when its module makes a document of it.</summary>
public sealed class ComparisonPdfTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Query = "?c=belgium&c=finland";

    [Fact]
    public async Task Comparison_OffersItsPdf_WhichLiesOnItsSide()
    {
        var link = (await site.App.Client.PageAsync("/country-models/compare" + Query)).QuerySelector("a[type='application/pdf']")!.GetAttribute("href")!;
        Assert.Equal("/pdf/country-models/compare.pdf" + Query, link);
        Assert.SkipUnless(site.App.Get<Chromium>().IsThere, "Chromium is not installed: no PDF can be made.");
        using var response = await site.App.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = System.Text.Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("/Title (Belgium and Finland compared)", text, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [0 0 841.91998 594.95996]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?c=belgium")]
    [InlineData("?c=none&c=nowhere")]
    [InlineData("?c=belgium&c=finland&c=nowhere")]
    public async Task NothingToCompare_LeadsToThePageThatSaysWhy(string query)
    {
        using var response = await site.App.GetAsync("/pdf/country-models/compare.pdf" + query);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/country-models/compare" + query, response.Header("Location"));
    }
}
