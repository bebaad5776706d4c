using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>What a folder says beside the keys of its files: raw parts, drafts beside public editions, items without an address, when something was first public.</summary>
public sealed class FolderFormTests : IAsyncLifetime
{
    private const string Id = "4tjpte7k37qhdsbv68yarf20hp";

    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Parts_AreKeptAsJson()
    {
        await _site.WritePage("about/a.md", """
            parts:
              AcmePart:
                Text: "yes"
                Word: yes
                Number: 1.50
                Flag: true
                Nothing: null
                List: [1, "2", {}, []]
                " odd: key": "a\nb "
              Page:
                Summary:
                  Text: " from below "
            """).ImportCleanAsync();

        var item = (await _site.PublishedAsync("about/a"))!;
        Assert.Equal("""{"Text":"yes","Word":"yes","Number":1.50,"Flag":true,"Nothing":null,"List":[1,"2",{},[]]," odd: key":"a\nb "}""", item.Content["AcmePart"]!.ToJsonString(ContentJson.Options));
        Assert.Equal(" from below ", (string?)item.Field("Summary")!["Text"]);
        Assert.Equal(1, (await _site.ImportCleanAsync()).Unchanged);
    }

    [Fact]
    public async Task Parts_OfAPart_ReplaceItsPropertiesAndLeaveTheOthers()
    {
        await _site.WritePage("about/a.md", "parts:\n  AcmePart: { One: 1, Two: 2 }\n  OtherPart: { A: 1 }").ImportCleanAsync();
        await _site.WritePage("about/a.md", "parts:\n  AcmePart: { Two: 3 }\n  OtherPart: null").ImportCleanAsync();
        var item = (await _site.PublishedAsync("about/a"))!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"One":1,"Two":3}"""), item.Content["AcmePart"]));
        Assert.False(item.Has("OtherPart"));
    }

    [Fact]
    public async Task Parts_AsATextOfJson_AreRead()
    {
        await _site.WritePage("about/a.md", """parts: '{"AcmePart":{"A":[null]}}'""").ImportCleanAsync();
        Assert.Equal("""{"A":[null]}""", (await _site.PublishedAsync("about/a"))!.Content["AcmePart"]!.ToJsonString());
    }

    [Theory]
    [InlineData("parts: [1]", "map of parts")]
    [InlineData("parts:\n  AcmePart: text", "map of parts")]
    [InlineData("parts: '{'", "JSON as a text")]
    [InlineData("parts:\n  A: { x: *y }", "aliases")]
    public async Task Parts_Wrong_NameTheLine(string lines, string message)
    {
        var error = await _site.WritePage("about/a.md", lines).OneErrorAsync();
        Assert.InRange(error.Line!.Value, 4, 5);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_GiveARequiredField()
        => await _site.Write("handbooks/h/index.md", "---\ntype: Handbook\ntitle: H\nparts:\n  Handbook:\n    Summary:\n      Text: \" S\"\n---\n").ImportCleanAsync();

    [Fact]
    public async Task Quoted_Text_IsKeptAsItStands()
    {
        await _site.WritePage("about/a.md", "summary: \"  two blanks \"").ImportCleanAsync();
        Assert.Equal("  two blanks ", (string?)(await _site.PublishedAsync("about/a"))!.Field("Summary")!["Text"]);
    }

    [Fact]
    public async Task DraftBeside_IsTheDraftOfItsEdition()
    {
        _site.WritePage("about/a.md", "summary: Old.\nparts: { AcmePart: { A: 1 } }").WritePage("about/a.draft.md", "summary: New.");
        await _site.ImportCleanAsync();

        var (published, latest) = ((await _site.PublishedAsync("about/a"))!, (await _site.LatestAsync("about/a"))!);
        Assert.Equal((published.ContentItemId, "Old.", "New."), (latest.ContentItemId, (string?)published.Field("Summary")!["Text"], (string?)latest.Field("Summary")!["Text"]));
        Assert.False(latest.Published);
        // Its file is all that it is: what the edition has besides is not in it.
        Assert.False(latest.Has("AcmePart"));
        Assert.Equal((0, 2), await CountsAsync());
    }

    [Fact]
    public async Task DraftBeside_AnEditionThatChanges_StaysTheNewest()
    {
        await _site.WritePage("about/a.md", "summary: Old.").WritePage("about/a.draft.md", "summary: New.").ImportCleanAsync();
        await _site.WritePage("about/a.md", "summary: Mended.").ImportCleanAsync();
        Assert.Equal("Mended.", (string?)(await _site.PublishedAsync("about/a"))!.Field("Summary")!["Text"]);
        Assert.Equal("New.", (string?)(await _site.LatestAsync("about/a"))!.Field("Summary")!["Text"]);
        Assert.Equal((0, 2), await CountsAsync());
    }

    [Fact]
    public async Task DraftBeside_MayHaveAnotherPath()
    {
        await _site.WritePage("about/a.md").WritePage("about/a.draft.md", "slug: b").ImportCleanAsync();
        Assert.Equal((await _site.PublishedAsync("about/a"))!.ContentItemId, (await _site.LatestAsync("about/b"))!.ContentItemId);
    }

    [Fact]
    public async Task DraftBeside_WithAnotherId_IsAnError()
    {
        var error = await _site.WritePage("about/a.md").WritePage("about/a.draft.md", "id: " + Id).OneErrorAsync();
        Assert.Equal(("about/a.draft.md", "id"), (error.File, error.Field));
    }

    [Fact]
    public async Task Draft_WithoutAnEdition_IsADraft()
    {
        await _site.WritePage("about/a.draft.md").ImportCleanAsync();
        Assert.Null(await _site.PublishedAsync("about/a"));
        Assert.Equal("DraftSaved", await _site.ReadAsync(session => session.FirstOrDefaultAsync<string>("select name from audit_event where item_id is not null order by id desc", null, TestContext.Current.CancellationToken)));
        Assert.NotNull(await _site.LatestAsync("about/a"));
    }

    [Fact]
    public async Task Loose_ItemWithoutAddress_IsSavedByItsId()
    {
        _site.Write($"_items/{Id}.md", $"---\ntype: Page\nid: {Id}\ntitle: Nowhere\nparts:\n  AutoroutePart: {{ Disabled: true }}\n---\n");
        await _site.ImportCleanAsync();
        Assert.Equal(0, await _site.CountAsync("content_path"));
        Assert.Equal(1, await _site.CountAsync($"content_item where item_id = '{Id}' and published = 1"));
        Assert.Equal((0, 1), await CountsAsync());
    }

    [Fact]
    public async Task Loose_ItemWithAPathOfItsOwn_IsFoundByLinks()
    {
        _site.Write($"_items/{Id}.md", $"---\ntype: Page\nid: {Id}\ntitle: Somewhere\nparts:\n  AutoroutePart: {{ Path: some/where }}\n---\n\n## Here\n")
            .WritePage("about/a.md", "", "[there](/some/where#here)");
        await _site.ImportCleanAsync();
        Assert.Equal(Id, (await _site.PublishedAsync("some/where"))!.ContentItemId);
    }

    [Fact]
    public async Task Loose_WithoutId_IsAnError()
        => Assert.Contains("needs its id", (await _site.Write("_items/a.md", "---\ntype: Page\ntitle: A\n---\n").OneErrorAsync()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Published_IsWhenItWasFirstPublic()
    {
        await _site.WritePage("about/a.md", "created: 2020-01-01").WritePage("about/b.md", "created: 2020-01-01\npublished: 2021-02-03T04:05:06.789Z").ImportCleanAsync();
        Assert.Equal(new DateTime(2020, 1, 1), (await _site.PublishedAsync("about/a"))!.PublishedUtc);
        Assert.Equal(new DateTime(2021, 2, 3, 4, 5, 6, 789), (await _site.PublishedAsync("about/b"))!.PublishedUtc);
        Assert.Equal((0, 2), await CountsAsync());
    }

    [Fact]
    public async Task BrokenLinks_Allowed_AreWarnings()
    {
        var report = await _site.WritePage("about/a.md", "", "[a](/none)").ImportAsync(allowBrokenLinks: true);
        Assert.Empty(report.Errors);
        Assert.Equal("about/a.md:6", Assert.Single(report.Warnings).ToString()[..12]);
        Assert.NotNull(await _site.PublishedAsync("about/a"));
    }

    [Fact]
    public async Task Body_ThatFilesCannotHold_StandsUnderParts()
    {
        await _site.WritePage("about/a.md", "parts:\n  MarkdownBodyPart:\n    Markdown: \"\\n\\n## H\\r\\nText \"").WritePage("about/b.md", "", "[h](/about/a#h)").ImportCleanAsync();
        Assert.Equal("\n\n## H\r\nText ", (await _site.PublishedAsync("about/a"))!.Part<MarkdownBodyPart>().Markdown);
    }

    private async Task<(int Updated, int Unchanged)> CountsAsync()
    {
        var report = await _site.ImportCleanAsync();
        return (report.Updated + report.Created, report.Unchanged);
    }
}
