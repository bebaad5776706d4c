using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>That something is being written is nobody's business outside: not by its id either.</summary>
public sealed class PublicReferenceTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Api_LeavesOutReferencesToWhatIsNotPublished()
    {
        var (draft, source, term) = (Ids.New(), Ids.New(), Ids.New());
        await SaveAsync(Source(draft, "sources/draft"), publish: false);
        await SaveAsync(Source(source, "sources/public"), publish: true);
        var item = Item(term, "GlossaryTerm", "glossary/a-term");
        item.Content["Citations"] = new JsonObject { ["Sources"] = new JsonObject { ["ContentItemIds"] = new JsonArray(draft, source) } };
        await SaveAsync(item, publish: true);

        foreach (var text in new[] { await site.App.TextAsync($"/api/v1/content/{term}"), await site.App.TextAsync("/api/v1/content?type=GlossaryTerm&size=100") })
        {
            Assert.DoesNotContain(draft, text, StringComparison.Ordinal);
            Assert.Contains(source, text, StringComparison.Ordinal);
        }

        // Once it is public it stands there again: the item itself was not changed.
        await SaveAsync(Source(draft, "sources/draft"), publish: true);
        var ids = (await site.App.JsonAsync($"/api/v1/content/{term}"))["Citations"]!["Sources"]!["ContentItemIds"]!.AsArray().Select(id => id!.GetValue<string>());
        Assert.Equal([draft, source], ids);
    }

    // What lives inside an item refers to others too.
    [Fact]
    public async Task Api_LeavesThemOutOfWhatLivesInsideAnItem()
    {
        var (draft, source, standard) = (Ids.New(), Ids.New(), Ids.New());
        await SaveAsync(Source(draft, "sources/inner-draft"), publish: false);
        await SaveAsync(Source(source, "sources/inner-public"), publish: true);
        var item = Item(standard, "Standard", "standards/a-standard");
        item.Content["Standard"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = "A standard." } };
        item.Content["Clauses"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = Ids.New(),
                ["ContentType"] = "Clause",
                ["TitlePart"] = new JsonObject { ["Title"] = "A clause" },
                ["Clause"] = new JsonObject { ["Number"] = new JsonObject { ["Text"] = "1.1" }, ["Requirement"] = new JsonObject { ["Text"] = "Required." }, ["Sources"] = new JsonObject { ["ContentItemIds"] = new JsonArray(draft, source) } },
            }),
        };
        await SaveAsync(item, publish: true);

        var text = await site.App.TextAsync($"/api/v1/content/{standard}");
        Assert.DoesNotContain(draft, text, StringComparison.Ordinal);
        Assert.Contains(source, text, StringComparison.Ordinal);
        Assert.Contains("A clause", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CountryModel")]
    [InlineData("Practice")]
    [InlineData("Organisation")]
    [InlineData("Approach")]
    [InlineData("Recommendation")]
    [InlineData("Standard")]
    [InlineData("TrainingModule")]
    [InlineData("Lesson")]
    public async Task Api_GivesItemsOfEveryKind(string type)
    {
        var answer = await site.App.JsonAsync($"/api/v1/content?type={type}&size=100");
        Assert.NotEmpty(answer["items"]!.AsArray());
        Assert.All(answer["items"]!.AsArray(), item => Assert.Equal(type, (string)item!["ContentType"]!));
    }

    private static ContentItem Source(string id, string path)
    {
        var item = Item(id, "Source", path);
        item.Content["Source"] = new JsonObject { ["Publisher"] = new JsonObject { ["Text"] = "RAN" } };
        return item;
    }

    private static ContentItem Item(string id, string type, string path)
    {
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = Ids.New(), ContentType = type };
        item.Apply(new TitlePart { Title = path });
        item.Apply(new AutoroutePart { Path = path });
        return item;
    }

    private Task SaveAsync(ContentItem item, bool publish) => site.App.ChangeAsync(async session =>
    {
        var manager = site.App.Get<ContentManager>();
        var saved = publish ? await manager.PublishAsync(session, item, Actor.System, Token) : await manager.SaveDraftAsync(session, item, Actor.System, Token);
        Assert.Empty(saved.Errors);
    });
}
