using Portal.Testing;
using Xunit;

namespace Portal.Tests.Guidance;

/// <summary>Approaches and recommendations.</summary>
public sealed class GuidanceTests(KindsSite site) : IClassFixture<KindsSite>
{
    [Fact]
    public async Task Approaches_AreRolesThenSettingsThenMethods()
    {
        var page = await site.App.Client.PageAsync("/approaches");
        Assert.Equal(["Role of a CSO", "Type of setting", "Method"], page.QuerySelectorAll(".row__above").Select(kind => kind.Words()));
    }

    [Fact]
    public async Task Approach_ShowsWhatItNeedsAndItsLimits_ThenItsText()
    {
        var main = (await site.App.Client.PageAsync("/approaches/talking")).QuerySelector("main")!;
        Assert.Equal(["Talking", "What it needs", "Limits", "How to talk"], main.QuerySelectorAll("h1, h2").Select(heading => heading.Words()));
        Assert.Equal(["Time", "A room", "Words"], main.QuerySelectorAll(".field li").Select(line => line.Words()));
        Assert.NotNull(main.QuerySelector("#how-to-talk"));
    }

    [Fact]
    public async Task Recommendation_SaysToWhomAndOnWhat()
    {
        var row = (await site.App.Client.PageAsync("/recommendations")).QuerySelector(".row")!;
        Assert.Equal("For: Policymakers, State agencies", row.QuerySelector(".row__above").Words());
        Assert.Equal(["Case referral"], row.QuerySelectorAll(".row__facts li").Select(fact => fact.Words()));
        var main = (await site.App.Client.PageAsync("/recommendations/meet")).QuerySelector("main")!;
        Assert.Equal(["Addressee", "Area of cooperation", "Number"], main.QuerySelectorAll("dt").Select(label => label.Words()));
    }

    [Fact]
    public async Task Matrix_CountsByAddresseeAndArea_InTheTaxonomiesOrder()
    {
        var matrix = (await site.App.Client.PageAsync("/recommendations?topic=funding")).QuerySelector(".matrix")!;
        Assert.Equal(["Area", "Policymakers", "State agencies"], matrix.QuerySelectorAll("thead th").Select(head => head.Words()));
        Assert.Equal(["Funding and sustainability", "Case referral"], matrix.QuerySelectorAll("tbody th").Select(head => head.Words()));
        Assert.Equal(
            ["1 recommendation: Policymakers, Funding and sustainability", "0", "1 recommendation: Policymakers, Case referral", "2 recommendations: State agencies, Case referral"],
            matrix.QuerySelectorAll("td").Select(cell => cell.Words()));
    }

    // Each number leads to a list of as many.
    [Fact]
    public async Task Matrix_EachCell_LeadsToWhatItCounts_AndIsMarkedThere()
    {
        var page = await site.App.Client.PageAsync("/recommendations?sort=title&topic=funding");
        var cells = page.QuerySelectorAll(".matrix td a").ToList();
        Assert.Equal(3, cells.Count);
        foreach (var cell in cells)
        {
            var url = cell.GetAttribute("href")!;
            Assert.DoesNotContain("topic", url, StringComparison.Ordinal);
            Assert.Contains("sort=title", url, StringComparison.Ordinal);
            var list = await site.App.Client.PageAsync(url);
            Assert.Equal(cell.FirstChild!.TextContent, list.QuerySelectorAll(".row").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(cell.Words(), list.QuerySelector(".matrix [aria-current]").Words());
            Assert.Equal(2, list.QuerySelectorAll(".chip").Length);
        }
    }
}
