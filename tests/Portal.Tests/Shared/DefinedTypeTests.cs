using System.Net;
using Portal.Kernel.Audit;
using Portal.Kernel.Recipes;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Shared;

/// <summary>A type that only a recipe knows, without a line of code: its items have pages, are found, and are on the site's map.</summary>
public sealed class DefinedTypeTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Recipe = """
        { "name": "Test", "steps": [
          { "name": "ContentDefinition",
            "ContentTypes": [{ "Name": "Toolkit", "DisplayName": "Tool kit", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "Toolkit", "Name": "Toolkit" }, { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart" }] }],
            "ContentParts": [{ "Name": "Toolkit", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Maker", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Made by" }, "PortalSearchSettings": { "Text": true } } },
                { "FieldName": "TextField", "Name": "Secret", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Not filled in" } } }] }] },
          { "name": "content", "data": [
            { "ContentItemId": "4tjpte7k37qhdsbv68yarf20hp", "ContentItemVersionId": "4de6thq8hkhzgczebyh4ngb0e1", "ContentType": "Toolkit", "DisplayText": "Talking cards",
              "Latest": true, "Published": true, "TitlePart": { "Title": "Talking cards" }, "AutoroutePart": { "Path": "toolkits/talking-cards" },
              "Toolkit": { "Maker": { "Text": "Wombat <workshop>" } }, "MarkdownBodyPart": { "Markdown": "## How to play\n\nShuffle the platypus deck." } }] }] }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Item_OfATypeThatARecipeBrought_IsEverywhere()
    {
        // Cached before the recipe: as absent.
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/toolkits/talking-cards"));
        Assert.Equal(HttpStatusCode.BadRequest, await site.App.StatusAsync("/api/v1/content?type=Toolkit"));

        using var folder = new TemporaryFolder();
        var file = folder.Write("test.recipe.json", Recipe);
        await site.App.ChangeAsync(async session =>
            Assert.Empty((await site.App.Get<RecipeRunner>().RunAsync(session, file, new RecipeOptions(Actor.System), null, Token)).Errors));

        var page = await site.App.Client.PageAsync("/toolkits/talking-cards");
        Assert.Equal("Talking cards", page.QuerySelector("h1").Words());
        Assert.Contains("Tool kit", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Made by", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Wombat <workshop>", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Not filled in", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("How to play", page.GetElementById("how-to-play").Words());

        foreach (var word in new[] { "platypus", "wombat", "talking+cards" })
        {
            var hit = (await site.App.JsonAsync($"/api/v1/search?q={word}&type=Toolkit"))["hits"]![0]!;
            Assert.Equal(("Toolkit", "Talking cards"), (hit["type"]!.GetValue<string>(), hit["title"]!.GetValue<string>()));
        }

        Assert.Contains("/toolkits/talking-cards#how-to-play", await site.App.TextAsync("/search?q=platypus"), StringComparison.Ordinal);
        Assert.Contains("/toolkits/talking-cards</loc>", await site.App.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Talking cards", await site.App.TextAsync("/api/v1/suggest?q=talk"), StringComparison.Ordinal);
        Assert.Equal(1, (await site.App.JsonAsync("/api/v1/content?type=Toolkit"))["total"]!.GetValue<int>());
        Assert.Equal("Talking cards", (await site.App.JsonAsync("/api/v1/content/4tjpte7k37qhdsbv68yarf20hp"))["DisplayText"]!.GetValue<string>());
        Assert.Empty(site.App.Log.Warnings);
    }
}
