using System.Net;
using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Content;

/// <summary>Versions that come from elsewhere with ids, flags and dates of their own, as a recipe's <c>content</c> step saves them.</summary>
public sealed class ImportedVersionTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ContentManager Manager => site.App.Get<ContentManager>();

    [Fact]
    public async Task PublicVersion_ComingAgainAsADraft_IsWithdrawnEverywhere()
    {
        var item = Page("once-public", "quokka");
        await ImportAsync(item);
        Assert.Equal(1, await TotalAsync("quokka"));

        var draft = Page("once-public", "quokka", item);
        draft.Published = false;
        await ImportAsync(draft);

        Assert.Equal(0, await TotalAsync("quokka"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("/once-public"));
    }

    [Fact]
    public async Task PublicVersion_WrittenOver_IsShownAsItIsNow()
    {
        var item = Page("written-over", "first words");
        await ImportAsync(item);
        Assert.Contains("first words", await TextAsync("/written-over"), StringComparison.Ordinal);

        await ImportAsync(Page("written-over", "second words", item));

        Assert.Contains("second words", await TextAsync("/written-over"), StringComparison.Ordinal);
        Assert.Contains("second words", await TextAsync($"/api/v1/content/{item.ContentItemId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrittenOver_AndRolledBack_IsShownAsItWas()
    {
        var item = Page("rolled-back", "committed words");
        await ImportAsync(item);
        await using (var session = await site.App.Get<IDatabase>().WriteAsync(Token))
        {
            await Manager.ImportAsync(session, Page("rolled-back", "lost words", item), Actor.System, Token);
            await site.App.Get<ContentStore>().PublishedAsync(session, item.ContentItemId, Token);
        }

        await ImportAsync(Page("rolled-back", "later words", item));
        Assert.Contains("later words", await TextAsync("/rolled-back"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenDates_AreKept()
    {
        var item = Page("dated", "x");
        item.CreatedUtc = new DateTime(2019, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        item.PublishedUtc = new DateTime(2019, 2, 2, 3, 4, 5, DateTimeKind.Utc);
        item.ModifiedUtc = new DateTime(2020, 1, 3, 3, 4, 5, DateTimeKind.Utc);
        await ImportAsync(item);

        var json = JsonNode.Parse(await TextAsync($"/api/v1/content/{item.ContentItemId}"))!;
        Assert.Equal("2019-01-02T03:04:05Z", (string?)json["CreatedUtc"]);
        Assert.Equal("2019-02-02T03:04:05Z", (string?)json["PublishedUtc"]);
        Assert.Equal("2020-01-03T03:04:05Z", (string?)json["ModifiedUtc"]);
    }

    [Fact]
    public async Task SecondDraft_KeepsWhenAndWhoseTheFirstWas()
    {
        var first = Page("drafted-twice", "x");
        first.Published = false;
        first.Owner = "first-owner";
        first.CreatedUtc = new DateTime(2019, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        await ImportAsync(first);
        var second = Page("drafted-twice", "y", first);
        second.ContentItemVersionId = Ids.New();
        await site.App.ChangeAsync(session => Manager.SaveDraftAsync(session, second, Actor.System, Token));

        Assert.Equal(first.CreatedUtc, second.CreatedUtc);
        Assert.Equal("first-owner", second.Owner);
    }

    [Fact]
    public async Task DisabledRoute_LeavesAnAddressThatIsGone()
    {
        var item = Page("disabled-later", "x");
        await ImportAsync(item);
        var disabled = Page("disabled-later", "x", item);
        disabled.ContentItemVersionId = Ids.New();
        disabled.Apply(new AutoroutePart { Path = "disabled-later", Disabled = true });
        await ImportAsync(disabled);

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("/disabled-later"));
    }

    private static ContentItem Page(string path, string text, ContentItem? version = null)
    {
        var item = new ContentItem
        {
            ContentItemId = version?.ContentItemId ?? Ids.New(),
            ContentItemVersionId = version?.ContentItemVersionId ?? Ids.New(),
            ContentType = "Page",
            Published = true,
        };
        item.Apply(new TitlePart { Title = path });
        item.Apply(new AutoroutePart { Path = path });
        item.Apply(new MarkdownBodyPart { Markdown = text });
        return item;
    }

    private Task ImportAsync(ContentItem item) => site.App.ChangeAsync(async session => Assert.Empty((await Manager.ImportAsync(session, item, Actor.System, Token)).Errors));

    private Task<string> TextAsync(string url) => site.App.Client.GetStringAsync(new Uri(url, UriKind.Relative), Token);

    private async Task<int> TotalAsync(string query) => JsonNode.Parse(await TextAsync($"/api/v1/search?q={query}"))!["total"]!.GetValue<int>();

    private async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var response = await site.App.Client.GetAsync(new Uri(url, UriKind.Relative), Token);
        return response.StatusCode;
    }
}
