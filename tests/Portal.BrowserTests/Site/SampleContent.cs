using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Testing;
using Xunit;

namespace Portal.BrowserTests.Site;

/// <summary>What the content need not have at any time: a chapter with everything a text can hold, overdue for review; a withdrawn page; one that cannot be read.</summary>
internal static class SampleContent
{
    public const string Handbook = "/handbooks/samples";
    public const string Everything = Handbook + "/everything";
    public const string Withdrawn = "/withdrawn-sample";
    public const string Broken = "/broken-sample";

    public static async Task AddAsync(PortalApplication app)
    {
        var manager = app.Get<ContentManager>();
        var handbook = Item("Handbook", "Samples for the tests", Handbook);
        var chapter = Item("HandbookChapter", "Everything a chapter can hold", Everything);
        chapter.Apply(new ContainedPart { ListContentItemId = handbook.ContentItemId, ListContentType = "Handbook", Order = 1 });
        chapter.Apply(new ReviewPart { ReviewBy = new DateOnly(2020, 1, 31) });
        chapter.Apply(new MarkdownBodyPart { Markdown = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Site", "everything.md")) });
        var withdrawn = Item("Page", "Withdrawn", Withdrawn);
        var broken = Item("Page", "Broken", Broken);

        await app.ChangeAsync(async session =>
        {
            foreach (var item in new[] { handbook, chapter, withdrawn, broken })
            {
                Assert.Empty((await manager.PublishAsync(session, item, Actor.System, CancellationToken.None)).Errors);
            }

            await manager.WithdrawAsync(session, withdrawn.ContentItemId, Actor.System, CancellationToken.None);
            await session.ExecuteAsync("update content_item set content = '{' where item_id = @id", new { id = broken.ContentItemId }, CancellationToken.None);
        });
    }

    private static ContentItem Item(string type, string title, string path)
    {
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = type };
        item.Apply(new TitlePart { Title = title });
        item.Apply(new AutoroutePart { Path = path[1..] });
        item.Content[type] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = "Written for the tests of the pages." } };
        return item;
    }
}
