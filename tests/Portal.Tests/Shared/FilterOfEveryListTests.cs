using AngleSharp.Html.Dom;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Shared;

/// <summary>How lists take the filters of an address, over the real content.</summary>
public sealed class FilterOfEveryListTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Get_WithATaxonomyThatTheListDoesNotShow_IsNarrowedAndSaysSo()
    {
        var all = Count(await site.App.Client.PageAsync("/organisations"));
        var page = await site.App.Client.PageAsync("/organisations?setting=prison");
        Assert.InRange(Count(page), 1, all - 1);
        Assert.Contains("Prison", Assert.Single(page.QuerySelectorAll(".chip")).Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#facet-setting"));
        Assert.Null((await site.App.Client.PageAsync("/organisations")).QuerySelector("#facet-setting"));
    }

    [Fact]
    public async Task NarrowerTerm_OfOneThatIsChosen_TakesItsPlace()
    {
        var page = await site.App.Client.PageAsync("/practices?setting=criminal-justice&sort=newest");
        Assert.Equal("/practices?setting=prison&sort=newest", page.QuerySelector("[data-results='setting:prison']")!.GetAttribute("href"));
        page = await site.App.Client.PageAsync("/practices?setting=prison");
        Assert.Equal("/practices?setting=criminal-justice", page.QuerySelector("[data-results='setting:criminal-justice']")!.GetAttribute("href"));
        Assert.Equal("/practices?setting=prison&setting=online", page.QuerySelector("[data-results='setting:online']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Value_OfAnotherCase_IsTheTermsOwn()
    {
        var page = await site.App.Client.PageAsync("/organisations?country=NL&country=nl");
        Assert.Equal(Count(await site.App.Client.PageAsync("/organisations?country=nl")), Count(page));
        Assert.Contains("Netherlands", Assert.Single(page.QuerySelectorAll(".chip")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3000, 'a')]
    [InlineData(3, '\u202E')]
    public async Task Value_ThatNoTermHas_FindsNothing_AndIsShownShort(int length, char letter)
    {
        var page = await site.App.Client.PageAsync($"/practices?country=x{Uri.EscapeDataString(new string(letter, length))}");
        Assert.Equal(0, Count(page));
        var chip = Assert.Single(page.QuerySelectorAll(".chip")).Words();
        Assert.True(chip.Length < 160);
        Assert.DoesNotContain('\u202E', chip);
    }

    private static int Count(IHtmlDocument page) => int.Parse(page.QuerySelector("[data-results-heading]").Words().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
