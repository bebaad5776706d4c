using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Search;
using Portal.Testing;
using Portal.Tests.Commands;
using Xunit;

namespace Portal.Tests.Setup;

public sealed class SiteSetupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recipe_ThatFailsHalfway_LeavesAnEmptySiteThatIsNotReady()
    {
        var folder = new TemporaryFolder();
        using var recipes = new TemporaryFolder();
        recipes.Write("content/about/wrong.md", "---\ntype: Page\ntitle: Wrong\nsumary: Oops\n---\n");
        var recipe = recipes.Write("recipes/failing.recipe.json", $$"""
            { "name": "Failing", "issetuprecipe": true, "steps": [
              { "name": "settings", "SiteName": "Half" },
              { "name": "ContentDefinition", "ContentTypes": [{ "Name": "Page", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart" }, { "PartName": "AutoroutePart" }] }] },
              { "name": "content-folder", "path": "../content" }] }
            """);
        await using (var migrated = PortalApplication.Build(folder.Path, new CapturedLog()))
        {
            await migrated.Services.GetRequiredService<IDatabase>().MigrateAsync(Token);
        }

        await using var app = await PortalApplication.StartAsync(folder);
        var failed = await app.Get<SiteSetup>().RunAsync(recipe, null, Token);

        Assert.Contains("wrong.md", string.Join('\n', failed.Errors), StringComparison.Ordinal);
        Assert.False(failed.WasSetUp);
        foreach (var table in new[] { "content_item", "document", "search_item", "audit_event", "change_feed" })
        {
            Assert.Equal(["0"], CommandSite.Query(folder.Path, $"select cast(count(*) as text) from {table}"));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/health/live"));

        // The same process, with the recipe mended: nothing of the failure is remembered.
        Assert.True((await app.Get<SiteSetup>().RunAsync(ReadySite.Recipe, null, Token)).WasSetUp);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/handbooks"));
    }

    [Fact]
    public async Task Run_WhenAMigrationLeftTheSearchIndexEmpty_MakesItAnew()
    {
        await using var app = await PortalApplication.StartAsync();
        await using (var session = await app.Get<IDatabase>().WriteAsync(Token))
        {
            await session.ExecuteAsync(
                "delete from search_block; delete from search_segment; delete from search_item; delete from search_section; update search_state set stale = 1, version = version + 1", null, Token);
            await session.CommitAsync(Token);
        }

        var index = app.Get<ISearchIndex>();
        Assert.Empty((await index.SearchAsync(new SearchRequest { Query = "prison" }, Token)).Hits);
        Assert.False((await app.Get<SiteSetup>().RunAsync(ReadySite.Recipe, null, Token)).WasSetUp);
        Assert.False(await index.IsStaleAsync(Token));
        Assert.NotEmpty((await index.SearchAsync(new SearchRequest { Query = "prison" }, Token)).Hits);
    }

    [Fact]
    public async Task Run_WhenAnotherProcessWasFaster_KnowsItsSettings()
    {
        using var folder = new TemporaryFolder();
        using var recipes = new TemporaryFolder();
        var recipe = recipes.Write("named.recipe.json", """{ "name": "Named", "steps": [{ "name": "settings", "SiteName": "Named" }] }""");
        await using var slower = PortalApplication.Build(folder.Path, new CapturedLog());
        await using var faster = PortalApplication.Build(folder.Path, new CapturedLog());
        var database = faster.Services.GetRequiredService<IDatabase>();
        await database.MigrateAsync(Token);

        // Holds the write lock until the slower one waits for it.
        Task<SetupResult> waiting;
        await using (var session = await database.WriteAsync(Token))
        {
            waiting = Task.Run(() => slower.Services.GetRequiredService<SiteSetup>().RunAsync(recipe, null, Token), Token);
            await Task.Delay(300, Token);
            var documents = faster.Services.GetRequiredService<DocumentStore>();
            var json = System.Text.Json.Nodes.JsonNode.Parse("""{ "SiteName": "Named", "SetupUtc": "2026-01-01T00:00:00.000Z" }""")!.AsObject();
            await documents.PutAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, json, Token);
            await session.CommitAsync(Token);
        }

        Assert.False((await waiting).WasSetUp);
        var site = await slower.Services.GetRequiredService<SiteSettingsStore>().GetAsync(Token);
        Assert.Equal(("Named", false), (site.SiteName, site.SetupUtc is null));
    }
}
