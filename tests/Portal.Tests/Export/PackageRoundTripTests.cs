using System.IO.Compression;
using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Data;
using Portal.Kernel.Export;
using Portal.Kernel.Export.Package;
using Portal.Kernel.Recipes;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export;

/// <summary>What comes out as a package, read into an empty site, comes out again as the same bytes.</summary>
public sealed class PackageRoundTripTests : IAsyncLifetime
{
    private ImportSite _from = null!;
    private ImportSite _to = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_from, _to) = (await ImportSite.EmptyAsync(), await ImportSite.EmptyAsync());

    public async ValueTask DisposeAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [Fact]
    public async Task OurContent_ExportedImportedAndExported_GivesTheSameBytes()
    {
        Assert.Empty((await _from.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"))).Errors);
        var first = await ExportAsync(_from, "first.zip");
        Assert.Empty((await _to.RunAsync(first)).Errors);
        Assert.Equal(await _from.CountAsync("content_item"), await _to.CountAsync("content_item"));
        Assert.Equal(await _from.CountAsync("search_section"), await _to.CountAsync("search_section"));
        Assert.Equal(await _from.CountAsync("content_term"), await _to.CountAsync("content_term"));
        var second = await ExportAsync(_to, "second.zip");
        Assert.Equal(await File.ReadAllBytesAsync(first, Token), await File.ReadAllBytesAsync(second, Token));
    }

    [Fact]
    public async Task Package_RunTwice_ChangesNothing()
    {
        Assert.Empty((await _from.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"))).Errors);
        var package = await ExportAsync(_from, "first.zip");
        Assert.Empty((await _to.RunAsync(package)).Errors);
        var events = await _to.CountAsync("audit_event");
        Assert.Empty((await _to.RunAsync(package)).Errors);
        Assert.Equal(events, await _to.CountAsync("audit_event"));
    }

    [Fact]
    public async Task SetupForm_KeepsReferences_AndMakesNewIds()
    {
        Assert.Empty((await _from.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"))).Errors);
        var package = await ExportAsync(_from, "setup.zip", asSetup: true);
        var options = new RecipeOptions(Actor.System) { Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["AdminUserId"] = "u1", ["AdminUsername"] = "admin" } };
        Assert.Empty((await _to.RunAsync(package, options)).Errors);
        var handbook = (await _to.PublishedAsync("handbooks/managing-an-exit-programme"))!;
        Assert.NotEqual((await _from.PublishedAsync("handbooks/managing-an-exit-programme"))!.ContentItemId, handbook.ContentItemId);
        Assert.Equal(("u1", "admin"), (handbook.Owner, handbook.Author));
        Assert.Equal(await _from.CountAsync("content_reference r join content_item t on t.item_id = r.target_id and t.published = 1"), await _to.CountAsync("content_reference r join content_item t on t.item_id = r.target_id and t.published = 1"));
        Assert.Equal(await _from.CountAsync("content_container"), await _to.CountAsync("content_container c join content_item i on i.item_id = c.container_id"));
        Assert.True((bool?)Recipe(package)["issetuprecipe"]);
    }

    [Fact]
    public async Task Texts_ThatLookLikeExpressions_ComeBackAsTheyAre()
    {
        string[] texts = ["[note: not an expression]", "[js: uuid()]", "[file:text('x')]", "[[js: 'x']]", "[x]"];
        await RunAsync(_from, new JsonObject { ["steps"] = new JsonArray(new JsonObject { ["name"] = "settings", ["SiteName"] = "[js: base64('W25vdGU6IG5vdCBhbiBleHByZXNzaW9uXQ==')]", ["Texts"] = new JsonArray([.. texts.Select(Packed)]) }) });
        var first = await ExportAsync(_from, "first.zip");
        Assert.Empty((await _to.RunAsync(first)).Errors);
        var json = await _to.ReadAsync(session => session.FirstOrDefaultAsync<string>("select json from document where name = 'site'", null, Token));
        Assert.Equal(texts, JsonNode.Parse(json!)!["Texts"]!.AsArray().Select(text => (string)text!));
        Assert.Equal(texts[0], (string?)JsonNode.Parse(json!)!["SiteName"]);

        static JsonNode Packed(string text) => $"[js: base64('{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}')]";
    }

    [Fact]
    public async Task Package_ThatIsThere_IsNotWrittenOver()
    {
        var path = _from.WriteBeside("there.zip", "precious");
        await Assert.ThrowsAsync<ExportException>(() => ExportAsync(_from, "there.zip"));
        Assert.Equal("precious", await File.ReadAllTextAsync(path, Token));
    }

    private static JsonObject Recipe(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var stream = zip.GetEntry("Recipe.json")!.Open();
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static async Task RunAsync(ImportSite site, JsonObject recipe) => Assert.Empty((await site.RunAsync(site.WriteBeside("test.recipe.json", recipe.ToJsonString()))).Errors);

    private static async Task<string> ExportAsync(ImportSite site, string name, bool asSetup = false)
    {
        var file = Path.Combine(Path.GetDirectoryName(site.ContentFolder)!, name);
        await site.Get<PackageExport>().RunAsync(file, ExportOptions.Everything, asSetup, Token);
        return file;
    }
}
