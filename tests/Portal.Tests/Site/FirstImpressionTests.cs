using Portal.Kernel.Audit;
using Portal.Kernel.Recipes;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>What somebody who comes for the first time sees: the search first, a way for each audience, a way out.</summary>
public sealed class FirstImpressionTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/handbooks")]
    [InlineData("/search?q=x")]
    [InlineData("/handbooks/setting-up-a-multi-agency-structure")]
    [InlineData("/about/privacy")]
    public async Task Page_HasAWayOutBeforeAllElse(string url)
    {
        var page = await site.App.Client.PageAsync(url);
        var link = Assert.Single(page.QuerySelectorAll("[data-quick-exit]"));
        Assert.Equal("https://www.wikipedia.org/", link.GetAttribute("href"));
        Assert.Equal("noreferrer", link.GetAttribute("rel"));
        Assert.Same(link, page.QuerySelectorAll("a").ElementAt(1));
    }

    [Fact]
    public async Task Settings_SayWhereTheWayOutLeads_ToNothingUnsafe()
    {
        await using var app = await PortalApplication.StartAsync();
        await RunAsync(app, "https://weather.example/today", expected: null);
        Assert.Equal("https://weather.example/today", (await app.Client.PageAsync("/")).QuerySelector("[data-quick-exit]")!.GetAttribute("href"));
        await RunAsync(app, "javascript:alert(1)", expected: "QuickExit");
        Assert.Equal("https://weather.example/today", (await app.Client.PageAsync("/about")).QuerySelector("[data-quick-exit]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Home_HasTheSearchFirst_AndListsForEachAudience()
    {
        var home = await site.App.Client.PageAsync("/");
        Assert.Equal("q", home.QuerySelector("main input, main select, main textarea")!.GetAttribute("name"));
        Assert.Equal(3, home.QuerySelectorAll(".audience").Length);
        var lists = home.QuerySelectorAll(".audience__lists a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("/handbooks", lists);
        Assert.Contains("Handbooks (5)", home.QuerySelector(".audience__lists").Words(), StringComparison.Ordinal);
    }

    private static async Task RunAsync(PortalApplication app, string exit, string? expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("exit.recipe.json", $$"""{ "name": "Exit", "steps": [{ "name": "settings", "QuickExit": "{{exit}}" }] }""");
        try
        {
            await app.ChangeAsync(async session =>
            {
                var report = await app.Get<RecipeRunner>().RunAsync(session, file, new RecipeOptions(Actor.System), null, Token);
                Assert.Equal(expected is null, report.Errors.Count == 0);
            });
        }
        catch (RecipeException e)
        {
            Assert.Contains(expected ?? "no error", e.Message, StringComparison.Ordinal);
        }
    }
}
