using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Parts;

/// <summary>Items that live inside another are held to their definitions, found, filed and shown with it.</summary>
public sealed class BagTests(PartsSite site) : IClassFixture<PartsSite>
{
    private const string Step = """{ "ContentType": "Step", "TitlePart": { "Title": "Ask" }, "Step": { "Summary": { "Text": "Ask the numbat." } } }""";

    [Theory]
    [InlineData("""{ "Steps": [] }""", "Steps: A list of items is expected here.")]
    [InlineData("""{ "Steps": { "ContentItems": {} } }""", "Steps: A list of items is expected here.")]
    [InlineData("""{ "Steps": { "ContentItems": [5] } }""", "Steps[0]: An item is expected here.")]
    [InlineData("""{ "Steps": { "ContentItems": [{}] } }""", "Steps[0]: An item needs a 'ContentType'.")]
    [InlineData("""{ "Steps": { "ContentItems": [{ "ContentType": "Unheard" }] } }""", "Steps[0]: The type 'Unheard' is not defined.")]
    [InlineData("""{ "Steps": { "ContentItems": [{ "ContentType": "Stray" }] } }""", "Steps[0]: A Stray may not stand here; only Step, any Extra may.")]
    [InlineData("""{ "Steps": { "ContentItems": [{ "ContentType": "Note", "ContentItemId": 5 }] } }""", "Steps[0].ContentItemId: An id must be a text.")]
    [InlineData("""{ "Steps": { "ContentItems": [%, { "ContentType": "Step", "TitlePart": { "Title": "Ask" } }] } }""", "Steps[1].Step.Summary: A value is required.")]
    [InlineData("""{ "Steps": { "ContentItems": [{ "ContentType": "Step", "Step": { "Summary": { "Text": "x" } } }] } }""", "Steps[0].TitlePart.Title: The title is missing.")]
    [InlineData("""{ "Steps": { "ContentItems": [{ "ContentType": "Step", "TitlePart": { "Title": "Ask" }, "Step": { "Summary": { "Text": "x" } }, "Hints": { "ContentItems": [%, { "ContentType": "Step", "TitlePart": { "Title": "A" } }] } }] } }""",
        "Steps[0].Hints[1].Step.Summary: A value is required.")]
    [InlineData("""{ "FlowPart": { "Widgets": [{ "ContentType": "Unheard" }] } }""", "FlowPart[0]: The type 'Unheard' is not defined.")]
    [InlineData("""{ "WidgetsListPart": { "Widgets": { "Top": [{ "ContentType": "Unheard" }] } } }""", "WidgetsListPart.Top[0]: The type 'Unheard' is not defined.")]
    [InlineData("""{ "WidgetsListPart": { "Widgets": { "Top": {} } } }""", "WidgetsListPart.Top: A list of items is expected here.")]
    public async Task Publish_WithAWrongInnerItem_SaysWhereAndWhat(string parts, string error)
        => Assert.Equal([error], await site.ErrorsAsync(PartsSite.Toolbox("wrong", parts.Replace("%", Step, StringComparison.Ordinal))));

    [Fact]
    public async Task Publish_NestedTooDeep_IsRefused()
    {
        var nested = Enumerable.Range(0, 20).Aggregate("", (inner, _) => Step[..^1] + $$""", "Hints": { "ContentItems": [{{inner}}] } }""");
        Assert.Contains("at most 16 deep", Assert.Single(await site.ErrorsAsync(PartsSite.Toolbox("deep", $$"""{ "Steps": { "ContentItems": [{{nested}}] } }"""))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_GivesIdsAndTitlesToInnerItems_AndKeepsWhatTheyHave()
    {
        var own = Ids.New();
        var item = await site.PublishAsync(PartsSite.Toolbox("ids", $$"""
            { "Steps": { "ContentItems": [{ "ContentItemId": "{{own}}", "ContentType": "Note", "AcmePart": { "Deep": [1, null] } }, {{Step}}] },
              "FlowPart": { "Widgets": [{ "ContentType": "Note", "FlowMetadata": { "Size": 50 } }] } }
            """));
        var json = await site.App.JsonAsync($"/api/v1/content/{item.ContentItemId}");
        var steps = json["Steps"]!["ContentItems"]!.AsArray();
        Assert.Equal(own, steps[0]!["ContentItemId"]!.GetValue<string>());
        Assert.Equal("""{"Deep":[1,null]}""", steps[0]!["AcmePart"]!.ToJsonString());
        Assert.True(Ids.IsId(steps[1]!["ContentItemId"]!.GetValue<string>()));
        Assert.Equal("Ask", steps[1]!["DisplayText"]!.GetValue<string>());
        Assert.True(Ids.IsId(json["FlowPart"]!["Widgets"]![0]!["ContentItemId"]!.GetValue<string>()));
        Assert.Equal(50, json["FlowPart"]!["Widgets"]![0]!["FlowMetadata"]!["Size"]!.GetValue<int>());
    }

    [Fact]
    public async Task InnerItems_AreFoundFiledAndReferredTo_UnderTheOuterItem()
    {
        var topic = (await site.QueryAsync<string>("select item_id from content_item where type = 'Taxonomy' and display_text = 'Topic'", new { }))[0];
        var terms = JsonNode.Parse((await site.QueryAsync<string>("select content from content_item where item_id = @topic", new { topic }))[0])!["TaxonomyPart"]!["Terms"]!.AsArray();
        var term = terms[0]!["ContentItemId"]!.GetValue<string>();
        var slug = terms[0]!["AutoroutePart"]!["Path"]!.GetValue<string>();
        var target = await site.PublishAsync(PartsSite.Toolbox("target"));
        var stepId = Ids.New();
        var item = await site.PublishAsync(PartsSite.Toolbox("found", $$"""
            { "Steps": { "ContentItems": [{ "ContentType": "Step", "ContentItemId": "{{stepId}}", "TitlePart": { "Title": "Quokka step" },
              "Step": { "Summary": { "Text": "Ask the bandicoot." }, "Topic": { "TaxonomyContentItemId": "{{topic}}", "TermContentItemIds": ["{{term}}"] }, "See": { "ContentItemIds": ["{{target.ContentItemId}}"] } },
              "MarkdownBodyPart": { "Markdown": "## A heading\n\nThe *wallaby* knows." },
              "Hints": { "ContentItems": [{ "ContentType": "Note", "HtmlBodyPart": { "Html": "<p>A <b>potoroo</b><script>bilby</script></p>" } }] } }] },
              "WidgetsListPart": { "Widgets": { "Top": [{ "ContentType": "Note", "TitlePart": { "Title": "Dunnart note" } }] } } }
            """));

        foreach (var word in new[] { "quokka", "bandicoot", "wallaby", "potoroo", "dunnart" })
        {
            Assert.Equal(item.ContentItemId, Assert.Single((await site.App.JsonAsync($"/api/v1/search?q={word}"))["hits"]!.AsArray())!["id"]!.GetValue<string>());
        }

        Assert.Empty((await site.App.JsonAsync("/api/v1/search?q=bilby"))["hits"]!.AsArray());
        Assert.Contains($"/toolboxes/found#{stepId}", await site.App.TextAsync("/search?q=wallaby"), StringComparison.Ordinal);
        Assert.Contains(slug, await site.QueryAsync<string>("select term from content_term where item_id = @id and taxonomy = 'topic'", new { id = item.ContentItemId }));
        Assert.Equal(["Steps[0].Step.See"], await site.QueryAsync<string>("select field from content_reference where item_id = @id", new { id = item.ContentItemId }));
        var page = await site.App.Client.PageAsync("/toolboxes/found");
        Assert.Equal(["/toolboxes/target"], page.QuerySelectorAll($"[id='{stepId}'] dd a[href^='/toolboxes']").Select(link => link.GetAttribute("href")!));
        Assert.Contains(page.QuerySelectorAll($"[id='{stepId}'] dd a"), link => link.GetAttribute("href") == $"/search?topic={slug}");
    }

    [Fact]
    public async Task Page_ShowsInnerItemsInOrder_UnderTheirHeadings()
    {
        await site.PublishAsync(PartsSite.Toolbox("shown", $$"""
            { "Steps": { "ContentItems": [{ "ContentType": "Step", "TitlePart": { "Title": "First <b>" }, "Step": { "Summary": { "Text": "One & two" } }, "MarkdownBodyPart": { "Markdown": "Some *text*." },
                "Hints": { "ContentItems": [{ "ContentType": "Note", "TitlePart": { "Title": "A hint" } }] } }, {{Step}}] },
              "FlowPart": { "Widgets": [{ "ContentType": "Note", "TitlePart": { "Title": "A widget" }, "HtmlBodyPart": { "Html": "<p onclick=x>Said<script>no</script></p>" } },
                { "ContentType": "Note", "TitlePart": { "Title": "Untold" }, "WidgetMetadata": { "RenderTitle": false } }] },
              "WidgetsListPart": { "Widgets": { "Other": [{ "ContentType": "Note", "TitlePart": { "Title": "Third" } }], "Bottom": [{ "ContentType": "Note", "TitlePart": { "Title": "Second" } }], "Top": [{ "ContentType": "Note", "TitlePart": { "Title": "First" } }] } } }
            """));
        var main = (await site.App.Client.PageAsync("/toolboxes/shown")).QuerySelector("main")!;
        Assert.Equal(
            ["H1 Box shown", "H2 The steps", "H3 First <b>", "H4 Hints", "H5 A hint", "H3 Ask", "H2 A widget", "H2 First", "H2 Second", "H2 Third"],
            main.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => $"{heading.TagName} {heading.Words()}"));
        Assert.Contains("One & two", main.Words(), StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("em"));
        Assert.Contains("<p>Said</p>", main.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(site.App.Log.Warnings);
    }
}
