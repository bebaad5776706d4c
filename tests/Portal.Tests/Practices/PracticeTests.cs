using Portal.Testing;
using Xunit;

namespace Portal.Tests.Practices;

public sealed class PracticeTests(KindsSite site) : IClassFixture<KindsSite>
{
    [Theory]
    [InlineData("Practice 01", "Evidence: moderate", "Described in a paper of 2018")]
    [InlineData("Practice 02", "No evidence yet", "Described in a paper of 2018")]
    [InlineData("Practice 03", "No evidence yet", "Described in a paper of 2018", "Review overdue since 31 January 2020")]
    [InlineData("Practice 04", "No evidence yet", "Described in a paper without a year")]
    public async Task Row_SaysTheEvidence_HowOldItIs_AndWhetherItsReviewIsOverdue(string title, params string[] facts)
    {
        var row = (await site.App.Client.PageAsync("/practices")).QuerySelectorAll(".row").Single(row => row.QuerySelector("h3").Words() == title);
        Assert.Equal(facts, row.QuerySelectorAll(".row__facts li").Select(fact => fact.Words()));
    }

    [Fact]
    public async Task Page_ShowsItsFieldsInOrder_FactsFirst()
    {
        var page = await site.App.Client.PageAsync("/practices/practice-01");
        var main = page.QuerySelector("main")!;
        Assert.Equal(["Target group", "Partners"], main.QuerySelectorAll("dt").Select(label => label.Words()));
        Assert.Equal(["A school", "A clinic"], main.QuerySelectorAll("dd li").Select(partner => partner.Words()));
        Assert.Equal(
            ["Practice 01", "Problem", "Aims and theory of change", "Method, step by step", "What is known of its effect", "What was learned", "Sources"],
            main.QuerySelectorAll("h1, h2").Select(heading => heading.Words()));
        Assert.Equal(["Meet", "Plan & act", "Look back"], main.QuerySelectorAll(".callout--steps li").Select(step => step.Words()));
        Assert.Contains("They know <nobody> & fear much.", main.Words(), StringComparison.Ordinal);
        Assert.Equal(["Fewer drop out", "positive", "One outcome study", "Moderate"], main.QuerySelectorAll("tbody tr > *").Select(cell => cell.Words()));
        Assert.Equal(["Home", "Practices", "Practice 01"], page.QuerySelectorAll(".breadcrumbs li").Select(crumb => crumb.Words()));
        Assert.Equal("Practice 01 – practice – Portal", page.Title);
        Assert.Equal("A paper. A publisher, 2018", page.QuerySelector(".sources li").Words());
    }

    [Theory]
    [InlineData("practice-02", "Evaluation and evidence The paper says that it was asked about.", "The source names no outcome that was measured.")]
    [InlineData("practice-04", "What is known of its effect", "The source says nothing of an evaluation. No evidence yet does not mean")]
    public async Task Page_WithoutAnOutcome_DoesNotSayThatItWasFoundNotToWork(string slug, string what, string why)
    {
        var words = (await site.App.Client.PageAsync($"/practices/{slug}")).QuerySelector("main").Words();
        Assert.Contains(what, words, StringComparison.Ordinal);
        Assert.Contains(why, words, StringComparison.Ordinal);
        Assert.Contains("No evidence yet", words, StringComparison.Ordinal);
    }

    // Search leads to the outcome itself, by its id.
    [Fact]
    public async Task Search_ForAnOutcome_LeadsToItsRow()
    {
        var hit = (await site.App.JsonAsync("/api/v1/search?q=%22outcome+study%22"))["hits"]![0]!;
        Assert.Equal("Practice", hit["type"]!.GetValue<string>());
        var anchor = hit["url"]!.GetValue<string>().Split('#')[1];
        Assert.Equal("Fewer drop out", (await site.App.Client.PageAsync("/practices/practice-01")).GetElementById(anchor)!.QuerySelector("th").Words());
    }

    [Fact]
    public async Task SearchPage_CallsItAPractice_WithItsMark()
    {
        var hit = (await site.App.Client.PageAsync("/search?q=Practice+01")).QuerySelector(".hit")!;
        Assert.Equal("Practice · Germany", hit.QuerySelector(".hit__kind").Words());
        Assert.EndsWith("#practice", hit.QuerySelector("use")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
