using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Recipes;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Recipes;

public sealed class RecipeStepTests : IAsyncLifetime
{
    private const string Item = "4tjpte7k37qhdsbv68yarf20hp";
    private const string Version = "4de6thq8hkhzgczebyh4ngb0e1";

    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Settings_AreMergedAndRead()
    {
        await CleanAsync("""{ "name": "settings", "SiteName": "One", "Description": "Two" }, { "name": "settings", "SiteName": "Three" }, { "name": "themes", "site": "Plain" }""");
        var site = await _site.Get<SiteSettingsStore>().GetAsync(Token);
        Assert.Equal(("Three", "Two", "Plain"), (site.SiteName, site.Description, site.Theme));
    }

    [Fact]
    public async Task Definition_IsMergedIntoWhatIsThere()
    {
        await CleanAsync("""
            { "name": "ContentDefinition",
              "ContentTypes": [{ "Name": "Page", "Settings": { "ContentTypeSettings": { "Listable": false } },
                "ContentTypePartDefinitionRecords": [{ "PartName": "Extra", "Name": "Extra" }] }],
              "ContentParts": [{ "Name": "Extra", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Note" }] },
                { "Name": "Page", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Summary", "Settings": { "TextFieldSettings": { "MaxLength": 10 } } }] }] }
            """);

        var definitions = await _site.Get<ContentDefinitionStore>().GetAsync(Token);
        var page = definitions.Type("Page")!;
        Assert.True(page.Creatable);
        Assert.False(page.Settings.Flag("ContentTypeSettings", "Listable"));
        Assert.True(page.Has("TitlePart"));
        Assert.Contains(definitions.FieldsOf(page), placed => placed is { PartName: "Extra", Field.Name: "Note" });
        var summary = definitions.Part("Page")!.Field("Summary")!;
        Assert.Equal((10, true), (summary.Number("MaxLength"), summary.Settings.Flag("PortalSearchSettings", "Text")));
    }

    [Fact]
    public async Task Definition_ThatIsThereAlready_ChangesNothing()
    {
        var changes = await _site.CountAsync("change_feed");
        var report = await _site.RunAsync(ImportSite.Shipped("recipes/knowledge.recipe.json"));
        Assert.Equal("0 types and parts changed.", Assert.Single(report.Steps).Message);
        Assert.Equal(changes, await _site.CountAsync("change_feed"));
    }

    [Theory]
    [InlineData("""{ "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": [{ "PartName": "AcmePart" }] }] }""", "AcmePart (of the type X)")]
    [InlineData("""{ "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": [{ "Name": "AcmePart" }] }] }""", "needs a 'PartName'")]
    [InlineData("""{ "ContentTypes": [{ "DisplayName": "X" }] }""", "needs a 'Name'")]
    public async Task Definition_Wrong_IsAnError(string json, string message)
    {
        var step = JsonNode.Parse(json)!;
        step["name"] = "ContentDefinition";
        Assert.Contains(message, Assert.Single((await RunAsync(step.ToJsonString())).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definition_UnknownPartAllowed_IsKept()
    {
        var step = """{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": [{ "PartName": "AcmePart" }] }] }""";
        var report = await RunAsync(step, new RecipeOptions(Actor.System) { AllowUnknown = true });
        Assert.Contains("AcmePart (of the type X)", Assert.Single(report.Steps).Message, StringComparison.Ordinal);
        Assert.True((await _site.Get<ContentDefinitionStore>().GetAsync(Token)).Type("X")!.Has("AcmePart"));
    }

    [Fact]
    public async Task Content_UnknownPartAllowed_IsKeptAndReported()
    {
        await CleanAsync("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X" }] }""");
        var step = """{ "name": "content", "data": [{ "ContentItemId": "4aewdn0v3afsxag41xk6vdk719", "ContentType": "X", "Latest": true, "Published": true, "AcmePart": { "A": 1 } }] }""";
        var report = await RunAsync(step, new RecipeOptions(Actor.System) { AllowUnknown = true });
        Assert.EndsWith("Parts that are not known here, kept as data: AcmePart.", Assert.Single(report.Steps).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Replace", "New")]
    [InlineData("Add", "New,Old,Other")]
    [InlineData("Remove", "Old,Other")]
    public async Task Roles_PermissionBehavior(string behavior, string permissions)
    {
        await CleanAsync($$"""
            { "name": "Roles", "Roles": [{ "Name": "Editor", "Description": "Edits.", "Permissions": ["Old", "Other"] }] },
            { "name": "Roles", "Roles": [{ "Name": "Editor", "Permissions": ["New"], "PermissionBehavior": "{{behavior}}" }] }
            """);
        var role = await DocumentAsync("role", "Editor");
        Assert.Equal(permissions, string.Join(',', role["Permissions"]!.AsArray().Select(permission => (string?)permission)));
        Assert.Equal("Edits.", (string?)role["Description"]);
    }

    [Fact]
    public async Task Feature_IsKept()
    {
        await CleanAsync("""{ "name": "feature", "enable": ["B", "A"] }, { "name": "feature", "disable": ["B"] }""");
        Assert.Equal("""["A"]""", (await DocumentAsync("settings", "features"))["Enabled"]!.ToJsonString());
    }

    [Fact]
    public async Task Content_NewVersion_IsSaved_KnownOneIsNot()
    {
        Assert.Equal("1 items saved, 0 unchanged, 0 old versions left out.", await ContentAsync("One"));
        Assert.Equal("0 items saved, 1 unchanged, 0 old versions left out.", await ContentAsync("One"));
        var item = (await _site.PublishedAsync("about/page"))!;
        Assert.Equal((Item, Version, "One", "owner-id"), (item.ContentItemId, item.ContentItemVersionId, item.DisplayText, item.Owner));
        Assert.Equal(new DateTime(2026, 1, 2, 8, 0, 0), item.CreatedUtc);
    }

    [Fact]
    public async Task Content_KnownVersionThatDiffers_IsWrittenOver()
    {
        await ContentAsync("One");
        Assert.Equal("1 items saved, 0 unchanged, 0 old versions left out.", await ContentAsync("Two"));
        Assert.Equal("Two", (await _site.PublishedAsync("about/page"))!.DisplayText);
        Assert.Equal(1, await _site.CountAsync("content_item"));
    }

    [Theory]
    [InlineData("""{ "ContentType": "Page", "Latest": true }""", "has no 'ContentItemId'")]
    [InlineData("""{ "ContentItemId": "x", "Latest": true }""", "needs a 'ContentType'")]
    [InlineData("""{ "ContentItemId": "x", "ContentType": "Nothing", "Latest": true }""", "type 'Nothing'")]
    [InlineData("""{ "ContentItemId": "x", "ContentType": "Page", "Latest": true, "AcmePart": { "Widgets": [] } }""", "not known here: AcmePart")]
    [InlineData("""{ "ContentItemId": "x", "ContentType": "Page", "Latest": true, "Published": true }""", "title is missing")]
    [InlineData("""{ "ContentItemId": "x", "ContentType": "Page", "Latest": "perhaps" }""", "'Latest' must be")]
    [InlineData("""{ "ContentItemId": "x", "ContentType": "Page", "Latest": true, "TitlePart": { "Title": {} } }""", "wrong shape")]
    public async Task Content_Wrong_IsAnError(string item, string message)
        => Assert.Contains(message, Assert.Single((await RunAsync($$"""{ "name": "content", "Data": [{{item}}] }""")).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public async Task ContentFolder_IsRelativeToTheRecipe_AndItsErrorsAreNamed()
    {
        _site.WritePage("about/a.md", "nonsense: 1");
        var error = Assert.Single((await RunAsync("""{ "name": "content-folder", "path": "content" }""")).Errors);
        Assert.Contains("about/a.md:4: nonsense: ", error.Message, StringComparison.Ordinal);

        _site.WritePage("about/a.md");
        await CleanAsync("""{ "name": "content-folder", "path": "content" }""");
        Assert.NotNull(await _site.PublishedAsync("about/a"));
    }

    private async Task<string> ContentAsync(string title)
    {
        var report = await CleanAsync($$"""
            { "name": "content", "data": [{
              "ContentItemId": "{{Item}}", "ContentItemVersionId": "{{Version}}", "ContentType": "Page", "DisplayText": "{{title}}", "Latest": true, "Published": true,
              "CreatedUtc": "2026-01-02T08:00:00Z", "Owner": "owner-id",
              "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "about/page" } }] }
            """);
        return Assert.Single(report.Steps).Message;
    }

    private async Task<RecipeReport> CleanAsync(string steps)
    {
        var report = await RunAsync(steps);
        Assert.Empty(report.Errors);
        return report;
    }

    private Task<RecipeReport> RunAsync(string steps, RecipeOptions? options = null)
        => _site.RunAsync(_site.WriteBeside("test.recipe.json", $$"""{ "name": "Test", "steps": [{{steps}}] }"""), options);

    private async Task<JsonObject> DocumentAsync(string kind, string name)
        => (await _site.ReadAsync(session => _site.Get<DocumentStore>().GetAsync(session, kind, name, Token)))!;
}
