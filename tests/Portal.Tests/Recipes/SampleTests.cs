using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Export;
using Portal.Kernel.Export.Package;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>All shapes that Orchard Core's sites export are accepted, come out as they came in, and change nothing when they come again.</summary>
public sealed class SampleTests : IAsyncLifetime
{
    private static readonly JsonDocumentOptions AsRecipesAreWritten = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private ImportSite _site = null!;

    public static TheoryData<string> All => [.. Samples.Names];

    public static TheoryData<string> Repeatable => [.. Samples.Names.Where(name => name != Samples.Anew)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await ImportSite.EmptyAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Sample_OnAnEmptySite_HasNoErrors(string name) => await RunAsync(_site, name);

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task Sample_RunAgain_ChangesNothing(string name)
    {
        await RunAsync(_site, name);
        var before = Dump();
        await RunAsync(_site, name);
        Assert.Equal(before, Dump());

        // A definition that is put in place of itself tells the caches of a change.
        IEnumerable<string> Dump() => _site.Dump().Where(row => name != Samples.Replacing || !row.StartsWith("change_feed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ItemsWithoutVersionId_RunAgain_AreNewVersions()
    {
        await RunAsync(_site, Samples.Anew);
        await RunAsync(_site, Samples.Anew);
        Assert.Equal((4, 3), (await _site.CountAsync("content_item"), await _site.CountAsync("content_item where published = 1")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Sample_Checked_ChangesNothing(string name)
    {
        var before = _site.Dump();
        Assert.Empty((await _site.RunAsync(Samples.PathOf(name), Samples.Options(name) with { Check = true })).Errors);
        Assert.Equal(before, _site.Dump());
        Assert.False(Directory.Exists(_site.MediaFolder));
    }

    [Fact]
    public async Task KeptSteps_AreExportedAsTheyCame()
    {
        await RunAsync(_site, "kept.recipe.json");
        var given = JsonNode.Parse(await File.ReadAllTextAsync(Samples.PathOf("kept.recipe.json"), Token), documentOptions: AsRecipesAreWritten)!["steps"]!.AsArray();
        var exported = await StepsAsync(_site);
        Assert.True(given.Count > 40);
        Assert.All(given, step => Assert.Contains(exported, each => JsonNode.DeepEquals(each, step)));
    }

    [Fact]
    public async Task KeptSteps_AreMergedByNamesAndKeys()
    {
        await RunAsync(_site, "merging.recipe.json");
        var steps = await StepsAsync(_site);
        AssertStep("""{ "name": "Layers", "Layers": [{ "Name": "Sundays", "Description": "Second", "LayerRule": { "Conditions": [] } }, { "Name": "Other", "Description": "Stays" }] }""");
        AssertStep("""{ "name": "Templates", "Templates": { "A": { "Content": "1" }, "B": { "Content": "Sundays" } } }""");
        AssertStep("""
            { "name": "Translations",
              "translations": [{ "culture": "de", "context": "c", "key": "k", "value": "neu" }, { "culture": "fr", "context": "c", "key": "k", "value": "nouveau" }],
              "Translations": { "es": [{ "context": "c", "key": "k", "value": "nuevo" }] } }
            """);

        void AssertStep(string expected)
        {
            var step = JsonNode.Parse(expected)!;
            var actual = steps.Single(each => (string?)each["name"] == (string?)step["name"]);
            Assert.True(JsonNode.DeepEquals(step, actual), actual.ToJsonString());
        }
    }

    [Fact]
    public async Task UnknownParts_ComeOutAsTheyCame_NestedOnesToo()
    {
        await RunAsync(_site, Samples.Unknown);
        var steps = await StepsAsync(_site);
        var given = JsonNode.Parse(await File.ReadAllTextAsync(Samples.PathOf(Samples.Unknown), Token), documentOptions: AsRecipesAreWritten)!["steps"]!.AsArray();
        Assert.Contains(steps, step => JsonNode.DeepEquals(step, given[0]));
        var (came, goes) = (given[2]!["data"]![0]!, Assert.Single(steps.Single(step => (string?)step["name"] == "content")["data"]!.AsArray())!);
        Assert.All(["AcmeHeatPart", "AcmeListOfThings", "Benches"], part => Assert.True(JsonNode.DeepEquals(came[part], goes[part]), goes[part]?.ToJsonString()));
    }

    [Fact]
    public async Task Content_ComesOutAsItCame()
    {
        await RunAsync(_site, "content.recipe.json");
        var draft = (await _site.LatestAsync("orchards/on-the-hill"))!;
        var hill = (await _site.PublishedAsync("orchards/on-the-hill"))!;
        Assert.Equal(("On top of the hill", "On the hill", "4h000000000000000000000001"), (draft.DisplayText, hill.DisplayText, hill.ContentItemVersionId));
        Assert.Equal("By the brook", (await _site.PublishedAsync("orchards/by-the-brook"))!.DisplayText);
        Assert.Equal(1, await _site.CountAsync("content_item where item_id = '4rchard0000000000000000002' and published = 1 and latest = 1"));
        var planned = Assert.Single(await _site.ReadAsync(session => _site.Get<ContentStore>().ReadAsync(session, "where i.item_id = '4rchard0000000000000000003'", null, Token)));
        Assert.Equal(("Not yet <planted>", "[js: uuid()]"), (planned.DisplayText, (string?)planned.Field("Orchard", "Summary")!["Text"]));

        var given = JsonNode.Parse(await File.ReadAllTextAsync(Samples.PathOf("content.recipe.json"), Token), documentOptions: AsRecipesAreWritten)!["steps"]![1]!["data"]![2]!;
        string[] withoutExpressions = ["MarkdownBodyPart", "HtmlBodyPart", "LiquidPart", "ListPart", "SeoMetaPart", "SitemapPart", "SearchFormPart", "NorthHedge", "SouthHedge", "BagPart", "FlowPart", "WidgetsListPart", "AuditTrailPart", "ArchiveLaterPart"];
        var json = ContentJson.Write(hill);
        Assert.All(withoutExpressions, part => Assert.True(JsonNode.DeepEquals(given[part], json[part]), $"{part}: {json[part]?.ToJsonString()}"));
    }

    [Fact]
    public async Task AllSamples_ExportedImportedAndExported_GiveTheSameBytes()
    {
        foreach (var name in Samples.Names)
        {
            await RunAsync(_site, name);
        }

        var first = await ExportAsync(_site, "first.zip");
        await using var other = await ImportSite.EmptyAsync();
        Assert.Empty((await other.RunAsync(first, Samples.Options(Samples.Unknown))).Errors);
        var second = await ExportAsync(other, "second.zip");
        Assert.Equal(Recipe(first), Recipe(second));
        Assert.Equal(await File.ReadAllBytesAsync(first, Token), await File.ReadAllBytesAsync(second, Token));
    }

    private static async Task RunAsync(ImportSite site, string name) => Assert.Empty((await site.RunAsync(Samples.PathOf(name), Samples.Options(name))).Errors);

    private static async Task<List<JsonNode>> StepsAsync(ImportSite site)
        => [.. JsonNode.Parse(Recipe(await ExportAsync(site, "exported.zip")))!["steps"]!.AsArray().Select(step => step!)];

    private static string Recipe(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var reader = new StreamReader(zip.GetEntry("Recipe.json")!.Open());
        return reader.ReadToEnd();
    }

    private static async Task<string> ExportAsync(ImportSite site, string name)
    {
        var file = Path.Combine(Path.GetDirectoryName(site.ContentFolder)!, name);
        await site.Get<PackageExport>().RunAsync(file, ExportOptions.Everything, asSetup: false, Token);
        return file;
    }
}
