using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Testing;
using Portal.Tests.Export.Generated;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export;

/// <summary>Whatever a site holds, what comes out goes in again, and out again as the same bytes.</summary>
public sealed class GeneratedSiteTests : IDisposable
{
    private const int Items = 120;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // More of them for a longer run.
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("PORTAL_TEST_SEEDS"), System.Globalization.CultureInfo.InvariantCulture, out var seeds) ? seeds : 3)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Exported_ImportedIntoAnEmptySite_ExportsTheSame(int seed)
    {
        await using var first = await GeneratedSite.DefineAsync();
        await new GeneratedSite(first, seed).FillAsync(Items);
        Assert.Empty((await first.ExportAsync(_folder.File("first"))).Warnings);

        await using var second = await GeneratedSite.DefineAsync();
        Assert.Empty((await second.ImportAsync(folder: _folder.File("first"), allowBrokenLinks: true)).Errors);
        await second.ExportAsync(_folder.File("second"));

        Exports.AssertSame(_folder.File("first"), _folder.File("second"));
        Assert.Equal(await ContentAsync(first), await ContentAsync(second));
    }

    [Fact]
    public async Task Exported_ImportedIntoTheSameSite_ChangesNothing()
    {
        await using var site = await GeneratedSite.DefineAsync();
        await new GeneratedSite(site, 4).FillAsync(Items);
        await site.ExportAsync(_folder.File("out"));

        var before = await ContentAsync(site);
        var report = await site.ImportAsync(folder: _folder.File("out"), allowBrokenLinks: true);
        Assert.Equal(before, await ContentAsync(site));

        Assert.Empty(report.Errors);
        Assert.Equal((0, 0, 0, 0), (report.Created, report.Updated, report.Withdrawn, report.MediaSaved));
    }

    // Every version that counts, with its parts in the order of their names; what a route's switches say when they are off is left out, as an export does.
    private static Task<List<string>> ContentAsync(ImportSite site) => site.ReadAsync(async session =>
    {
        var items = await site.Get<ContentStore>().ReadAsync(session, "where i.latest = 1 or i.published = 1 order by i.item_id, i.published", null, Token);
        return items.Select(item => $"{item.ContentItemId} {item.Published} {item.DisplayText} {item.Owner} {item.Author} {item.CreatedUtc:O} {item.PublishedUtc:O} {Sorted(Parts(item))?.ToJsonString()}").ToList();
    });

    private static JsonObject Parts(ContentItem item)
    {
        var parts = (JsonObject)item.Content.DeepClone();
        (parts["AutoroutePart"] as JsonObject)?.Remove("SetHomepage");
        foreach (var term in parts["TaxonomyPart"]?["Terms"] as JsonArray ?? [])
        {
            (term!["AutoroutePart"] as JsonObject)?.Remove("Disabled");
            term.AsObject().Where(property => property.Value is null).Select(property => property.Key).ToList().ForEach(key => term.AsObject().Remove(key));
            foreach (var narrower in term["Terms"] as JsonArray ?? [])
            {
                (narrower!["AutoroutePart"] as JsonObject)?.Remove("Disabled");
                narrower.AsObject().Where(property => property.Value is null).Select(property => property.Key).ToList().ForEach(key => narrower.AsObject().Remove(key));
            }
        }

        if (item.ContentType == "Everything")
        {
            parts["LocalizationPart"] ??= new JsonObject();
            parts["LocalizationPart"]!["Culture"] ??= "en";
            parts["LocalizationPart"]!["LocalizationSet"] ??= item.ContentItemId;
        }

        return parts;
    }

    private static JsonNode? Sorted(JsonNode? json) => json switch
    {
        JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => json?.DeepClone(),
    };
}
