using Portal.Testing;
using Portal.Tests.TakeAway;
using Xunit;

namespace Portal.Tests.Standards;

public sealed class StandardTests(KindsSite site) : IClassFixture<KindsSite>
{
    [Fact]
    public async Task Row_SaysHowLongItIs_AndWhoseItIs()
        => Assert.Equal(["2 clauses", "Version 1.0", "Issued by Portal"], (await site.App.Client.PageAsync("/standards")).QuerySelectorAll(".row__facts li").Select(fact => fact.Words()));

    [Fact]
    public async Task Page_ShowsEachClauseUnderItsNumber()
    {
        var page = await site.App.Client.PageAsync("/standards/good-work");
        Assert.Equal(["Issuer", "Version", "Applies to"], page.QuerySelectorAll("main dt").Select(label => label.Words()));
        Assert.Equal(["clause-1-1", "clause-1-2"], page.QuerySelectorAll(".clause h3").Select(heading => heading.Id));
        var first = page.GetElementById("clause-1-1")!.ParentElement!;
        Assert.Equal("1.1 Quiet", first.QuerySelector("h3").Words());
        Assert.Equal("Whoever asks is <heard>.", first.QuerySelector(".clause__requirement").Words());
        Assert.Equal("down", first.QuerySelector(".prose em").Words());
        Assert.Equal(["A chair", "A quokka"], first.QuerySelectorAll(".clause__evidence li").Select(line => line.Words()));
        Assert.Empty(page.GetElementById("clause-1-2")!.ParentElement!.QuerySelectorAll("h4"));
        Assert.Equal(["#clause-1-1", "#clause-1-2"], page.QuerySelectorAll(".contents__list a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Search_ForAClause_LeadsToIt()
    {
        var hit = (await site.App.JsonAsync("/api/v1/search?q=quokka"))["hits"]![0]!;
        var anchor = hit["url"]!.GetValue<string>().Split('#')[1];
        Assert.Equal(("Standard", "1.1 Quiet"), (hit["type"]!.GetValue<string>(), hit["section"]!.GetValue<string>()));
        Assert.NotNull((await site.App.Client.PageAsync("/standards/good-work")).GetElementById(anchor)!.QuerySelector("#clause-1-1"));
    }

    [Fact]
    public async Task Pdf_HasItsClausesAsThePageHas()
    {
        var document = await site.App.PrintOfAsync("/standards/good-work");
        var text = Html.Parse(Assert.Single(document.Parts).Html);
        Assert.Equal(["Why", "Clauses"], text.QuerySelectorAll("h2").Select(heading => heading.Words()));
        Assert.Equal(["1.1 Quiet", "1.2 Trust"], text.QuerySelectorAll("h3").Select(heading => heading.Words()));
        Assert.Equal(["A chair", "A quokka"], text.QuerySelectorAll(".clause__evidence li").Select(line => line.Words()));
    }
}
