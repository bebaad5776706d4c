using System.Net;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Public;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Shared;

/// <summary>Whatever is published at an address can be read there, also where the address looks like another type's.</summary>
public sealed class FallbackTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Handbook = "setting-up-a-multi-agency-structure";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Page", "handbooks/a-page")]
    [InlineData("Page", "handbooks/" + Handbook + "/a-page")]
    [InlineData("Page", "handbooks/a/b/c/a-page")]
    [InlineData("Page", "glossary/a-page")]
    [InlineData("Page", "glossary/a/a-page")]
    [InlineData("HandbookChapter", "handbooks/a-chapter")]
    [InlineData("HandbookChapter", "handbooks/none/a-chapter")]
    [InlineData("Handbook", "handbooks/none/a-handbook")]
    [InlineData("GlossaryTerm", "handbooks/a-term")]
    public async Task Get_ItemAtAnAddressOfAnotherType_IsAPlainPage(string type, string path)
    {
        // Cached before as absent.
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/" + path));
        var id = Ids.New();
        await PublishAsync(id, type, path, "First title");
        Assert.Equal("First title", (await site.App.Client.PageAsync("/" + path)).QuerySelector("h1").Words());
        Assert.Equal("Here", (await site.App.Client.PageAsync("/" + path)).GetElementById("here").Words());

        await PublishAsync(id, type, path, "Second title");
        Assert.Equal("Second title", (await site.App.Client.PageAsync("/" + path)).QuerySelector("h1").Words());
        Assert.Empty(site.App.Log.Warnings);
    }

    [Fact]
    public async Task Count_OfAHandbooksChapters_LeavesOtherTypesOut()
    {
        var chapters = await ChaptersAsync();
        var handbook = (await site.App.JsonAsync("/api/v1/content?type=Handbook"))["items"]!.AsArray()
            .Single(item => item!["AutoroutePart"]!["Path"]!.GetValue<string>() == "handbooks/" + Handbook)!["ContentItemId"]!.GetValue<string>();
        await PublishAsync(Ids.New(), "Page", "handbooks/" + Handbook + "/annex", "Annex", handbook);
        await PublishAsync(Ids.New(), "HandbookChapter", "handbooks/" + Handbook + "/more", "More", handbook);
        Assert.Equal(chapters + 1, await ChaptersAsync());
        var text = (await site.App.Client.PageAsync("/handbooks/" + Handbook)).QuerySelector("main").Words();
        Assert.Contains("More", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Annex", text, StringComparison.Ordinal);
    }

    private async Task<int> ChaptersAsync()
    {
        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        var handbook = (await site.App.Get<HandbookSummaries>().AllAsync(session, Token)).Single(summary => summary.Path == "/handbooks/" + Handbook);
        var row = (await site.App.Client.PageAsync("/handbooks")).QuerySelectorAll("main li, main article").First(row => row.QuerySelector($"a[href='{handbook.Path}']") is not null);
        Assert.Contains($" {handbook.Chapters} ", $" {row.Words()} ", StringComparison.Ordinal);
        return handbook.Chapters;
    }

    private Task PublishAsync(string id, string type, string path, string title, string? container = null) => site.App.ChangeAsync(async session =>
    {
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = Ids.New(), ContentType = type };
        item.Apply(new TitlePart { Title = title });
        item.Apply(new AutoroutePart { Path = path });
        item.Apply(new MarkdownBodyPart { Markdown = "## Here\n\nText." });
        if (type is "Handbook" or "HandbookChapter")
        {
            item.Content[type] = new System.Text.Json.Nodes.JsonObject { ["Summary"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "What it is." } };
        }

        if (container is not null)
        {
            item.Apply(new ContainedPart { ListContentItemId = container, ListContentType = "Handbook", Order = 90 });
        }

        Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors);
    });
}
