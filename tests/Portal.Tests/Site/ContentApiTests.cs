using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>Items in Orchard Core's JSON: names, their order and kinds as <c>orchard-formats.md</c> has them.</summary>
public sealed class ContentApiTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly string[] Fields =
        ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author"];

    [Fact]
    public async Task Item_HasOrchardsFieldsInOrchardsOrder_ThenParts()
    {
        var item = await FirstAsync("HandbookChapter");
        var names = item.Names();
        Assert.Equal(Fields, names.Take(Fields.Length));
        Assert.All(names.Skip(Fields.Length), part => Assert.Equal(JsonValueKind.Object, item[part].Kind()));
        Assert.Contains("HandbookChapter", names);
        Assert.DoesNotContain("Id", names);
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", item["ContentItemId"]!.GetValue<string>());
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", item["ContentItemVersionId"]!.GetValue<string>());
        Assert.Equal((true, true), (item["Latest"]!.GetValue<bool>(), item["Published"]!.GetValue<bool>()));
        foreach (var date in new[] { "ModifiedUtc", "PublishedUtc", "CreatedUtc" })
        {
            var text = item[date]!.GetValue<string>();
            Assert.EndsWith("Z", text, StringComparison.Ordinal);
            Assert.True(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _), text);
        }
    }

    [Fact]
    public async Task Item_PartsAndFields_BearTheirNames()
    {
        var item = await FirstAsync("HandbookChapter");
        Assert.Equal(item["DisplayText"]!.GetValue<string>(), item["TitlePart"]!["Title"]!.GetValue<string>());
        Assert.StartsWith("handbooks/", item["AutoroutePart"]!["Path"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEmpty(item["MarkdownBodyPart"]!["Markdown"]!.GetValue<string>());
        Assert.NotEmpty(item["HandbookChapter"]!["Summary"]!["Text"]!.GetValue<string>());
        Assert.Equal(JsonValueKind.String, item["Classification"]!["Topic"]!["TaxonomyContentItemId"].Kind());
        Assert.NotEmpty(item["Classification"]!["Topic"]!["TermContentItemIds"]!.AsArray());
        Assert.NotEmpty(item["Citations"]!["Sources"]!["ContentItemIds"]!.AsArray());
        Assert.Equal("Handbook", item["ContainedPart"]!["ListContentType"]!.GetValue<string>());
    }

    [Fact]
    public async Task Item_ByItsId_IsTheOneOfTheList()
    {
        var listed = await FirstAsync("Source");
        var item = await site.App.JsonAsync($"/api/v1/content/{listed["ContentItemId"]!.GetValue<string>()}");
        Assert.Equal(listed.ToJsonString(), item.ToJsonString());
    }

    [Fact]
    public async Task List_Pages_GiveEveryItemOnceByTitle()
    {
        var items = new List<JsonNode>();
        for (var page = 1; page <= 6; page++)
        {
            var answer = await site.App.JsonAsync($"/api/v1/content?type=HandbookChapter&size=11&page={page}");
            Assert.Equal(["total", "items"], answer.Names());
            Assert.Equal(58, answer["total"]!.GetValue<int>());
            items.AddRange(answer["items"]!.AsArray().OfType<JsonNode>());
        }

        Assert.Equal(58, items.Select(item => item["ContentItemId"]!.GetValue<string>()).Distinct().Count());
        var titles = items.Select(item => item["DisplayText"]!.GetValue<string>()).ToList();
        Assert.Equal(titles.Order(StringComparer.Ordinal), titles);
        Assert.All(items, item => Assert.Equal("HandbookChapter", item["ContentType"]!.GetValue<string>()));
    }

    [Fact]
    public async Task List_WithoutASize_GivesTwenty_AndBeyondTheEndNone()
    {
        Assert.Equal(20, (await site.App.JsonAsync("/api/v1/content?type=HandbookChapter"))["items"]!.AsArray().Count);
        var beyond = await site.App.JsonAsync("/api/v1/content?type=HandbookChapter&page=1000000&size=100");
        Assert.Equal((58, 0), (beyond["total"]!.GetValue<int>(), beyond["items"]!.AsArray().Count));
    }

    [Fact]
    public async Task OpenApi_DescribesEveryPathAndParameter()
    {
        var api = await site.App.JsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.", api["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["/api/v1/content", "/api/v1/content/{id}", "/api/v1/search", "/api/v1/suggest"], api["paths"].Names().Order(StringComparer.Ordinal));
        Assert.Equal(["q", "type", "topic", "sector", "audience", "country", "language", "sort", "page", "size"], Parameters(api, "/api/v1/search"));
        Assert.Contains("'facets' of an answer names all", api["paths"]!["/api/v1/search"]!["get"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["q"], Parameters(api, "/api/v1/suggest"));
        Assert.Equal(["type", "page", "size"], Parameters(api, "/api/v1/content"));
        Assert.Equal(["id"], Parameters(api, "/api/v1/content/{id}"));
        foreach (var (path, methods) in api["paths"]!.AsObject())
        {
            var (method, operation) = Assert.Single(methods!.AsObject());
            Assert.Equal("get", method);
            Assert.NotEmpty(operation!["summary"]!.GetValue<string>());
            Assert.Contains("200", operation["responses"].Names());
            // What the README says of a database that is away holds for every path.
            Assert.True(operation["responses"]!["503"]?["content"]?["application/problem+json"] is not null, path);
        }
    }

    private static IReadOnlyList<string> Parameters(JsonObject api, string path)
        => [.. api["paths"]![path]!["get"]!["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>())];

    private async Task<JsonObject> FirstAsync(string type) => (await site.App.JsonAsync($"/api/v1/content?type={type}&size=1"))["items"]![0]!.AsObject();
}
