using System.Net;
using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Parts;

public sealed class PartTests(PartsSite site) : IClassFixture<PartsSite>
{
    [Fact]
    public async Task Alias_IsUnique_AndAHandle()
    {
        var item = await site.PublishAsync(PartsSite.Toolbox("named", """{ "AliasPart": { "Alias": "My-Box" } }"""));
        Assert.Equal([$"AliasPart.Alias: The alias 'my-box' belongs to another item ({item.ContentItemId})."], await site.ErrorsAsync(PartsSite.Toolbox("other", """{ "AliasPart": { "Alias": " my-box" } }""")));
        Assert.Empty(await site.ErrorsAsync(PartsSite.Toolbox("named", """{ "AliasPart": { "Alias": "my-box" } }""", item.ContentItemId)));
        Assert.Contains("735 are allowed", Assert.Single(await site.ErrorsAsync(PartsSite.Toolbox("long", $$"""{ "AliasPart": { "Alias": "{{new string('a', 736)}}" } }"""))), StringComparison.Ordinal);

        foreach (var handle in new[] { "alias:my-box", "alias:MY-BOX", "slug:toolboxes%2Fnamed", item.ContentItemId, "alias:topic" })
        {
            Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync($"/api/v1/content/{handle}"));
        }

        Assert.Equal(item.ContentItemId, (await site.App.JsonAsync("/api/v1/content/alias:my-box"))["ContentItemId"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/api/v1/content/alias:your-box"));
        await site.DraftAsync(PartsSite.Toolbox("draft", """{ "AliasPart": { "Alias": "draft-box" } }"""));
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/api/v1/content/alias:draft-box"));
    }

    [Fact]
    public async Task HtmlBody_IsShownThroughTheAllowList_AfterMarkdown_AndFound()
    {
        await site.PublishAsync(PartsSite.Toolbox("html", """
            { "MarkdownBodyPart": { "Markdown": "## Why\n\nBecause." },
              "HtmlBodyPart": { "Html": "<p>Lead kowari</p><h2 id=evil style='x'>Why</h2><p onclick=alert(1)>Of <i>course</i> quoll.</p><script>alert(1)</script><img src='https://example.org/x.png'>" } }
            """));
        var page = await site.App.Client.PageAsync("/toolboxes/html");
        var prose = page.QuerySelector("main .prose")!;
        Assert.Equal(["why", "why-2"], prose.QuerySelectorAll("h2").Select(heading => heading.Id!));
        Assert.Contains("<p>Of <i>course</i> quoll.</p>", prose.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(prose.QuerySelectorAll("script, img, [style], [onclick]"));
        Assert.Contains("/toolboxes/html#why-2", await site.App.TextAsync("/search?q=quoll"), StringComparison.Ordinal);
        Assert.Single((await site.App.JsonAsync("/api/v1/search?q=kowari"))["hits"]!.AsArray());
        Assert.StartsWith("HtmlBodyPart.Html: It has", Assert.Single(await site.ErrorsAsync(PartsSite.Toolbox("big", $$"""{ "HtmlBodyPart": { "Html": "{{string.Concat(Enumerable.Repeat("<b>", 20_001))}}" } }"""))), StringComparison.Ordinal);
        Assert.Contains("4,001 headings; 4,000 are allowed", Assert.Single(await site.ErrorsAsync(PartsSite.Toolbox("big", $$"""{ "HtmlBodyPart": { "Html": "{{string.Concat(Enumerable.Repeat("<h2>a</h2>", 4001))}}" } }"""))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditComment_GoesIntoTheEvent_AndToNoReader()
    {
        var item = await site.PublishAsync(PartsSite.Toolbox("audited", """{ "AuditTrailPart": { "Comment": "Mended the tapir.", "ShowComment": true } }"""));
        Assert.Equal(["Mended the tapir."], await site.QueryAsync<string>("select comment from audit_event where item_id = @id", new { id = item.ContentItemId }));
        Assert.Equal("Mended the tapir.", (await site.LatestAsync(item.ContentItemId))!.Part<AuditTrailPart>().Comment);
        foreach (var address in new[] { "/toolboxes/audited", $"/api/v1/content/{item.ContentItemId}", "/api/v1/content?type=Toolbox&size=100" })
        {
            Assert.DoesNotContain("tapir", await site.App.TextAsync(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_ShowsEveryKindOfField()
    {
        await site.PublishAsync(PartsSite.Toolbox("fields", """
            { "Toolbox": { "About": { "Html": "<p>Safe <b>bold</b><script>x</script></p>" }, "Begins": { "Value": "2027-11-30T08:05:00Z" }, "Hour": { "Value": "08:30:00" },
              "Files": { "Paths": ["a b/c.png", "d.pdf", "e.pdf"], "MediaTexts": ["A <meeting>", "The paper"] }, "Film": { "RawAddress": "https://youtu.be/abc" },
              "Where": { "Latitude": 48.85, "Longitude": 2.35 }, "Keeper": { "UserIds": ["4u"], "UserNames": ["Ada"] } } }
            """));
        var facts = (await site.App.Client.PageAsync("/toolboxes/fields")).QuerySelector("main dl")!;
        Assert.Equal(["About", "Begins", "Hour", "Files", "Film", "Where"], facts.QuerySelectorAll("dt").Select(term => term.Words()));
        Assert.Contains("<p>Safe <b>bold</b></p>", facts.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("30 November 2027, 08:05 UTC", facts.QuerySelector("time[datetime='2027-11-30T08:05:00Z']").Words());
        Assert.Contains("08:30", facts.Words(), StringComparison.Ordinal);
        Assert.Equal(("/media/a%20b/c.png", "A <meeting>"), (facts.QuerySelector("img")!.GetAttribute("src"), facts.QuerySelector("img")!.GetAttribute("alt")));
        Assert.Equal(["/media/d.pdf The paper", "/media/e.pdf e.pdf", "https://youtu.be/abc https://youtu.be/abc"], facts.QuerySelectorAll("a").Select(link => $"{link.GetAttribute("href")} {link.Words()}"));
        Assert.Contains("48.85, 2.35", facts.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", facts.Words(), StringComparison.Ordinal);
        Assert.Empty(facts.QuerySelectorAll("iframe, script"));
    }

    [Fact]
    public async Task UnknownParts_SurviveEverySaving_AlsoInsideOthers()
    {
        const string unknown = """{"Nested":{"Deep":[1,null,"x",{"When":"2026-01-05T08:00:00Z"}]},"Number":1.50,"Empty":{},"None":null}""";
        var parts = $$"""{ "AcmePart": {{unknown}}, "AcmeList": [1, [2]], "Steps": { "Own": {{unknown}}, "ContentItems": [{ "ContentType": "Note", "ContentItemId": "{{Ids.New()}}", "AcmePart": {{unknown}}, "AcmeFlag": true }] }, "SeoMetaPart": { "Unheard": {{unknown}} } }""";
        var item = PartsSite.Toolbox("unknown", parts);
        var written = ContentJson.Write(item);
        Assert.Equal(written.ToJsonString(), ContentJson.Write(ContentJson.Read(JsonNode.Parse(written.ToJsonString())!.AsObject())).ToJsonString());
        Assert.Equal(written.ToJsonString(), ContentJson.Write(item.Copy()).ToJsonString());

        await site.DraftAsync(item);
        var draft = (await site.LatestAsync(item.ContentItemId))!.Copy();
        draft.ContentItemVersionId = Ids.New();
        await site.PublishAsync(draft);
        var json = await site.App.JsonAsync($"/api/v1/content/{item.ContentItemId}");
        foreach (var (name, value) in JsonNode.Parse(parts)!.AsObject())
        {
            Assert.Equal(value!.ToJsonString(), json[name]!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("LiquidPart")]
    [InlineData("PreviewPart")]
    [InlineData("CommonPart")]
    [InlineData("SitemapPart")]
    [InlineData("MenuItemPermissionPart")]
    [InlineData("ValidationSummaryPart")]
    [InlineData("LayerMetadata")]
    [InlineData("FacebookPluginPart")]
    public void KnownParts_HoldThoseOfOrchardCore(string part) => Assert.True(KnownParts.Contains(part));
}
