using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Taxonomies;

/// <summary>A term that gets another name in addresses or on the screen has it everywhere.</summary>
public sealed class ChangedTaxonomyTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangedSlugAndTitle_AreFoundByListsAndSearch()
    {
        Assert.NotEqual(0, await TotalAsync("topic=funding"));
        var chapters = await RowsAsync("funding");

        await ChangeTermAsync("funding", "money", "Money matters");

        Assert.Equal(0, await TotalAsync("topic=funding"));
        Assert.Equal(chapters, await RowsAsync("money"));
        Assert.NotEqual(0, await TotalAsync("topic=money"));
        var page = await site.App.Client.PageAsync("/handbooks/managing-an-exit-programme/funders");
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/search?topic=money" && link.TextContent == "Money matters");
    }

    private async Task ChangeTermAsync(string slug, string newSlug, string newTitle)
    {
        // The page stands in the cache before the change.
        await site.App.Client.PageAsync("/handbooks/managing-an-exit-programme/funders");
        var taxonomy = (await site.App.Get<TaxonomyCatalog>().GetAsync(Token)).ByName("topic")!;
        await site.App.ChangeAsync(async session =>
        {
            var published = await site.App.Get<ContentStore>().PublishedAsync(session, taxonomy.ItemId, Token);
            var next = published!.Copy();
            next.ContentItemVersionId = Ids.New();
            var term = next.Content["TaxonomyPart"]!["Terms"]!.AsArray().Single(each => (string?)each!["AutoroutePart"]!["Path"] == slug)!.AsObject();
            term["DisplayText"] = newTitle;
            term["TitlePart"] = new JsonObject { ["Title"] = newTitle };
            term["AutoroutePart"] = new JsonObject { ["Path"] = newSlug };
            Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, next, Actor.System, Token)).Errors);
        });
    }

    private async Task<int> TotalAsync(string filter)
        => JsonNode.Parse(await site.App.Client.GetStringAsync(new Uri($"/api/v1/search?q=funding&{filter}", UriKind.Relative), Token))!["total"]!.GetValue<int>();

    private async Task<long> RowsAsync(string term)
    {
        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        return await session.FirstOrDefaultAsync<long>("select count(*) from content_term where taxonomy = 'topic' and term = @term", new { term }, Token);
    }
}
