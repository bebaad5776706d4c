using Portal.Kernel.Audit;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Recipes;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>The content that comes with the program, set up by its own recipe.</summary>
public sealed class RealContentTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.EmptyAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Recipe_OnEmptySite_LoadsTheKnowledgeBase()
    {
        var report = await _site.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"));

        Assert.Empty(report.Errors);
        Assert.True(await PublishedAsync("Handbook") >= 5);
        Assert.True(await PublishedAsync("HandbookChapter") >= 40);
        Assert.True(await PublishedAsync("GlossaryTerm") >= 40);
        Assert.True(await PublishedAsync("Taxonomy") >= 8);
        Assert.Equal(0, await _site.CountAsync("content_item where published = 0"));
        var chapter = (await _site.PublishedAsync("handbooks/setting-up-a-multi-agency-structure/map-and-network"))!;
        Assert.Equal(2, chapter.Part<ContainedPart>().Order);
        Assert.Equal(1, (decimal?)chapter.Field("Step")!["Value"]);
    }

    [Fact]
    public async Task Recipe_Again_ChangesNothing()
    {
        await _site.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"));
        var (items, changes, events) = (await _site.CountAsync("content_item"), await _site.CountAsync("change_feed"), await _site.CountAsync("audit_event"));

        var report = await _site.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"), new RecipeOptions(Actor.System));

        Assert.Empty(report.Errors);
        Assert.Equal((items, changes, events), (await _site.CountAsync("content_item"), await _site.CountAsync("change_feed"), await _site.CountAsync("audit_event")));
    }

    [Fact]
    public async Task Content_EveryFileHasItsId()
    {
        var files = Directory.EnumerateFiles(ImportSite.Shipped("content"), "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "README.md");
        var without = new List<string>();
        foreach (var file in files)
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            if (!lines[2].StartsWith("id: ", StringComparison.Ordinal))
            {
                without.Add(file);
            }
        }

        Assert.Empty(without);
    }

    private Task<int> PublishedAsync(string type) => _site.CountAsync($"content_item where type = '{type}' and published = 1");
}
