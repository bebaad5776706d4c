using System.Net;
using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Content;

/// <summary>Drafts, publishing, moving and withdrawing, as an outsider sees them: on every way by which something can be reached.</summary>
public sealed class LifeOfAnItemTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Word = "zebrafinch";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_AppearsNowhere()
    {
        var item = Handbook("a-draft");
        await site.App.ChangeAsync(session => Saved(Manager.SaveDraftAsync(session, item, Actor.System, Token)));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/handbooks/a-draft"));
        await AssertNowhereAsync(item, "a-draft");
    }

    [Fact]
    public async Task Published_AppearsEverywhere_AndItsLaterDraftDoesNot()
    {
        var item = Handbook("published");
        await PublishAsync(item);
        await AssertEverywhereAsync(item, "/handbooks/published");

        var draft = Handbook("published", item.ContentItemId);
        draft.Apply(new TitlePart { Title = "Secret plans" });
        await site.App.ChangeAsync(session => Saved(Manager.SaveDraftAsync(session, draft, Actor.System, Token)));

        Assert.DoesNotContain("Secret plans", await site.App.Client.GetStringAsync(new Uri("/handbooks/published", UriKind.Relative), Token), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret plans", await ApiAsync(item), StringComparison.Ordinal);
        Assert.Equal(0, await TotalAsync("+\"secret plans\""));
    }

    [Fact]
    public async Task Withdrawn_IsGone_WithWhatStandsInIt()
    {
        var handbook = Handbook("withdrawn");
        var chapter = Chapter(handbook, "withdrawn/chapter");
        await PublishAsync(handbook);
        await PublishAsync(chapter);
        await AssertEverywhereAsync(handbook, "/handbooks/withdrawn");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/handbooks/withdrawn/chapter"));

        await site.App.ChangeAsync(session => Manager.WithdrawAsync(session, handbook.ContentItemId, Actor.System, Token));

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("/handbooks/withdrawn"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("/handbooks/withdrawn/chapter"));
        await AssertNowhereAsync(handbook, "withdrawn");
        await AssertNowhereAsync(chapter, "withdrawn/chapter");
    }

    [Fact]
    public async Task Moved_RedirectsForGood_AndIsIndexedUnderItsNewPath()
    {
        var item = Handbook("before");
        await PublishAsync(item);
        await PublishAsync(Handbook("after", item.ContentItemId));

        using var response = await site.App.Client.GetAsync(new Uri("/handbooks/before?topic=x", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/handbooks/after?topic=x", response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/handbooks/after"));
    }

    [Fact]
    public async Task Published_OnATakenPath_IsRefusedAndNothingIsKept()
    {
        var first = Handbook("taken");
        await PublishAsync(first);
        var second = Handbook("taken");

        SaveResult? result = null;
        await site.App.ChangeAsync(async session => result = await Manager.PublishAsync(session, second, Actor.System, Token));

        Assert.Equal("Path", Assert.Single(result!.Errors).Field);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/content/{second.ContentItemId}"));
    }

    [Fact]
    public async Task UnknownParts_SurviveEveryVersion()
    {
        var item = Handbook("unknown-part");
        item.Content["AcmePart"] = JsonNode.Parse("""{"Nested":{"Deep":[1,null,"x"]},"When":"2026-01-05T08:00:00Z"}""");
        await PublishAsync(item);

        var json = JsonNode.Parse(await ApiAsync(item))!;
        Assert.Equal("""{"Nested":{"Deep":[1,null,"x"]},"When":"2026-01-05T08:00:00Z"}""", json["AcmePart"]!.ToJsonString());
    }

    [Fact]
    public async Task EveryChange_LeavesAnAuditEvent()
    {
        var item = Handbook("audited");
        await PublishAsync(item);
        await site.App.ChangeAsync(session => Manager.WithdrawAsync(session, item.ContentItemId, Actor.System, Token));

        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        var names = await session.QueryAsync<string>("select name from audit_event where item_id = @id order by id", new { id = item.ContentItemId }, Token);
        Assert.Equal(["Published", "Withdrawn"], names);
    }

    [Fact]
    public async Task RolledBack_LeavesNothingAndTellsNoCache()
    {
        var item = Handbook("rolled-back");
        await using (var session = await site.App.Get<IDatabase>().WriteAsync(Token))
        {
            Assert.True((await Manager.PublishAsync(session, item, Actor.System, Token)).Saved);
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/handbooks/rolled-back"));
        await AssertNowhereAsync(item, "rolled-back");
    }

    private ContentManager Manager => site.App.Get<ContentManager>();

    private static ContentItem Handbook(string slug, string? id = null)
    {
        var item = new ContentItem { ContentItemId = id ?? Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Handbook" };
        item.Apply(new TitlePart { Title = $"About {slug}" });
        item.Apply(new AutoroutePart { Path = $"handbooks/{slug}" });
        item.Apply(new MarkdownBodyPart { Markdown = $"## Birds\n\nA {Word} sings in {slug}." });
        item.Content["Handbook"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = "A summary." } };
        return item;
    }

    private static ContentItem Chapter(ContentItem handbook, string slug)
    {
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "HandbookChapter" };
        item.Apply(new TitlePart { Title = $"About {slug}" });
        item.Apply(new AutoroutePart { Path = $"handbooks/{slug}" });
        item.Apply(new ContainedPart { ListContentItemId = handbook.ContentItemId, ListContentType = "Handbook", Order = 1 });
        item.Apply(new MarkdownBodyPart { Markdown = $"A {Word} sings in {slug}." });
        item.Content["HandbookChapter"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = "A summary." } };
        return item;
    }

    private Task PublishAsync(ContentItem item) => site.App.ChangeAsync(session => Saved(Manager.PublishAsync(session, item, Actor.System, Token)));

    private static async Task Saved(Task<SaveResult> saving) => Assert.Empty((await saving).Errors);

    private async Task AssertEverywhereAsync(ContentItem item, string path)
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path));
        Assert.Contains($"{path}</loc>", await TextAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains(item.ContentItemId, await TextAsync("/feeds/handbooks.atom"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{path}\"", await TextAsync("/handbooks"), StringComparison.Ordinal);
        Assert.Contains(item.ContentItemId, await TextAsync($"/api/v1/search?q={Word}&size=100"), StringComparison.Ordinal);
        Assert.Contains(item.ContentItemId, await ApiAsync(item), StringComparison.Ordinal);
    }

    private async Task AssertNowhereAsync(ContentItem item, string slug)
    {
        string[] lists = ["/sitemap.xml", "/feeds/handbooks.atom", "/handbooks", "/", $"/api/v1/search?q={Word}&size=100", $"/search?q={Word}", "/api/v1/suggest?q=About",
            "/api/v1/content?type=Handbook&size=100", "/api/v1/content?type=HandbookChapter&size=100"];
        foreach (var list in lists)
        {
            var text = await TextAsync(list);
            Assert.DoesNotContain(item.ContentItemId, text, StringComparison.Ordinal);
            Assert.DoesNotContain($"handbooks/{slug}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"handbooks/{slug}<", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/content/{item.ContentItemId}"));
    }

    private async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var response = await site.App.Client.GetAsync(new Uri(url, UriKind.Relative), Token);
        return response.StatusCode;
    }

    private Task<string> TextAsync(string url) => site.App.Client.GetStringAsync(new Uri(url, UriKind.Relative), Token);

    private Task<string> ApiAsync(ContentItem item) => TextAsync($"/api/v1/content/{item.ContentItemId}");

    private async Task<int> TotalAsync(string query)
        => JsonNode.Parse(await TextAsync($"/api/v1/search?q={Uri.EscapeDataString(query)}"))!["total"]!.GetValue<int>();
}
