using Portal.Testing;
using Xunit;

namespace Portal.Tests.Organisations;

public sealed class OrganisationTests(KindsSite site) : IClassFixture<KindsSite>
{
    [Theory]
    [InlineData("Alpha", "Germany", "Listed, not vetted", "Stand-alone exit intervention, Family support", "Referrals – Open since May 2026", "Described in papers, one of 2018")]
    [InlineData("Beta", "Netherlands", "Listed, not vetted", "Family support", "Referrals – not known")]
    public async Task Row_SaysThatNobodyVettedIt_AndWhetherItTakesReferrals(string title, string country, params string[] facts)
    {
        var row = (await site.App.Client.PageAsync("/organisations")).QuerySelectorAll(".row").Single(row => row.QuerySelector("h3").Words() == title);
        Assert.Equal(country, row.QuerySelector(".row__above").Words());
        Assert.Equal(facts, row.QuerySelectorAll(".row__facts li").Select(fact => fact.Words()));
    }

    [Fact]
    public async Task Page_SaysWhatListedMeans_AndShowsItsFieldsInOrder()
    {
        var main = (await site.App.Client.PageAsync("/organisations/alpha")).QuerySelector("main")!;
        Assert.Contains("Nobody has checked the organisation for this directory", main.QuerySelector(".notice").Words(), StringComparison.Ordinal);
        Assert.Equal(
            ["Role", "Type of setting", "Languages", "Capacity for referrals", "Website", "Other names", "Formers work there"],
            main.QuerySelectorAll("dt").Select(label => label.Words()));
        Assert.Equal(["Alpha", "Services", "The organisation", "Sources"], main.QuerySelectorAll("h1, h2").Select(heading => heading.Words()));
        Assert.Equal("https://alpha.example/", main.QuerySelector("dd a[href^=https]")!.GetAttribute("href"));
        Assert.Equal("Yes", main.QuerySelectorAll("dd")[^1].Words());
    }

    [Fact]
    public async Task List_ByRoleAndCountry_FindsWhoHelpsFamiliesInTheNetherlands()
    {
        var page = await site.App.Client.PageAsync("/organisations?role=family-support&country=nl");
        Assert.Equal(["Beta"], page.QuerySelectorAll(".row__title").Select(title => title.Words()));
        Assert.Equal(["Role: Family support", "Country: Netherlands"], page.QuerySelectorAll(".chip").Select(chip => chip.Words()["Remove the filter ".Length..]));
    }
}
