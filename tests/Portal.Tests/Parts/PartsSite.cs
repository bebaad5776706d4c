using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Parts;

/// <summary>The application with a type that bears every part that acts, and with types that live inside others.</summary>
public sealed class PartsSite : IAsyncLifetime
{
    private const string Recipe = """
        { "name": "Parts", "steps": [{ "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Toolbox", "DisplayName": "Tool box", "Settings": { "ContentTypeSettings": { "Creatable": true } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "Toolbox", "Name": "Toolbox" },
              { "PartName": "BagPart", "Name": "Steps", "Settings": { "ContentTypePartSettings": { "DisplayName": "The steps" }, "BagPartSettings": { "ContainedContentTypes": ["Step"], "ContainedStereotypes": ["Extra"] } } },
              { "PartName": "FlowPart", "Name": "FlowPart" },
              { "PartName": "WidgetsListPart", "Name": "WidgetsListPart", "Settings": { "WidgetsListPartSettings": { "Zones": ["Top", "Bottom"] } } },
              { "PartName": "AliasPart", "Name": "AliasPart" }, { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart" }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" },
              { "PartName": "LocalizationPart", "Name": "LocalizationPart" }, { "PartName": "PublishLaterPart", "Name": "PublishLaterPart" }, { "PartName": "ArchiveLaterPart", "Name": "ArchiveLaterPart" },
              { "PartName": "SeoMetaPart", "Name": "SeoMetaPart" }, { "PartName": "SitemapPart", "Name": "SitemapPart" }, { "PartName": "AuditTrailPart", "Name": "AuditTrailPart" }] },
            { "Name": "Step", "DisplayName": "Step", "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": "EditableRequired" } } }, { "PartName": "Step", "Name": "Step" },
              { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart" }, { "PartName": "BagPart", "Name": "Hints" }] },
            { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Stereotype": "Extra" } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" }] },
            { "Name": "Stray", "DisplayName": "Stray" }],
          "ContentParts": [
            { "Name": "Step", "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Summary", "Settings": { "TextFieldSettings": { "Required": true, "MaxLength": 40 }, "PortalSearchSettings": { "Text": true } } },
              { "FieldName": "TaxonomyField", "Name": "Topic", "Settings": { "TaxonomyFieldSettings": { "TaxonomyAlias": "topic" } } },
              { "FieldName": "ContentPickerField", "Name": "See", "Settings": { "ContentPickerFieldSettings": { "Multiple": true } } }] },
            { "Name": "Toolbox", "ContentPartFieldDefinitionRecords": [
              { "FieldName": "HtmlField", "Name": "About" }, { "FieldName": "DateTimeField", "Name": "Begins" }, { "FieldName": "TimeField", "Name": "Hour" },
              { "FieldName": "MediaField", "Name": "Files" }, { "FieldName": "YoutubeField", "Name": "Film" }, { "FieldName": "GeoPointField", "Name": "Where" },
              { "FieldName": "UserPickerField", "Name": "Keeper" }, { "FieldName": "LocalizationSetContentPickerField", "Name": "Twin" }] }] }] }
        """;

    public PortalApplication App { get; private set; } = null!;

    public FakeClock Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ContentManager Manager => App.Get<ContentManager>();

    public async ValueTask InitializeAsync()
    {
        App = await PortalApplication.StartAsync(Clock);
        using var folder = new TemporaryFolder();
        var file = folder.Write("parts.recipe.json", Recipe);
        await App.ChangeAsync(async session =>
            Assert.Empty((await App.Get<RecipeRunner>().RunAsync(session, file, new RecipeOptions(Actor.System), null, Token)).Errors));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A tool box with a title and a path, and with the parts of <paramref name="parts"/>.</summary>
    public static ContentItem Toolbox(string slug, string parts = "{}", string? id = null)
    {
        var item = new ContentItem { ContentItemId = id ?? Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Toolbox", Content = JsonNode.Parse(parts)!.AsObject() };
        item.Apply(new TitlePart { Title = $"Box {slug}" });
        item.Apply(new AutoroutePart { Path = $"toolboxes/{slug}" });
        return item;
    }

    public async Task<ContentItem> PublishAsync(ContentItem item)
    {
        await App.ChangeAsync(async session => Assert.Empty((await Manager.PublishAsync(session, item, Actor.System, Token)).Errors));
        return item;
    }

    public async Task<ContentItem> DraftAsync(ContentItem item)
    {
        await App.ChangeAsync(async session => Assert.Empty((await Manager.SaveDraftAsync(session, item, Actor.System, Token)).Errors));
        return item;
    }

    /// <summary>What is wrong with an item that is to be published; nothing of it is kept.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync(ContentItem item)
    {
        await using var session = await App.Get<IDatabase>().WriteAsync(Token);
        return [.. (await Manager.PublishAsync(session, item, Actor.System, Token)).Errors.Select(error => error.ToString())];
    }

    public async Task<ContentItem?> LatestAsync(string itemId)
    {
        await using var session = await App.Get<IDatabase>().ReadAsync(Token);
        return await App.Get<ContentStore>().LatestAsync(session, itemId, Token);
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters)
    {
        await using var session = await App.Get<IDatabase>().ReadAsync(Token);
        return await session.QueryAsync<T>(sql, parameters, Token);
    }
}
