using Xunit;

namespace Portal.Tests.Import;

public sealed class ItemStateTests : IAsyncLifetime
{
    private const string Handbook = "---\ntype: Handbook\ntitle: H\nsummary: S\n{0}---\n";
    private const string Chapter = "---\ntype: HandbookChapter\ntitle: C\nsummary: S\n---\n";

    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Draft_New_IsNotPublished()
    {
        await _site.WritePage("about/a.md", "state: draft").ImportCleanAsync();
        Assert.NotNull(await _site.LatestAsync("about/a"));
        Assert.Null(await _site.PublishedAsync("about/a"));
        Assert.Equal(1, (await _site.ImportCleanAsync()).Unchanged);
    }

    [Fact]
    public async Task Draft_OfPublished_LeavesTheEdition()
    {
        await _site.WritePage("about/a.md", "summary: Old.").ImportCleanAsync();
        await _site.WritePage("about/a.md", "summary: New.\nstate: draft").ImportCleanAsync();
        Assert.Equal("Old.", (string?)(await _site.PublishedAsync("about/a"))!.Field("Summary")!["Text"]);
        Assert.Equal("New.", (string?)(await _site.LatestAsync("about/a"))!.Field("Summary")!["Text"]);
    }

    [Fact]
    public async Task Draft_ThenPublished_IsPublished()
    {
        await _site.WritePage("about/a.md", "state: draft").ImportCleanAsync();
        Assert.Equal(1, (await _site.WritePage("about/a.md", "state: published").ImportCleanAsync()).Updated);
        Assert.NotNull(await _site.PublishedAsync("about/a"));
    }

    [Fact]
    public async Task Withdrawn_LosesItsEdition_AndComesBack()
    {
        await _site.WritePage("about/a.md").ImportCleanAsync();
        Assert.Equal(1, (await _site.WritePage("about/a.md", "state: withdrawn").ImportCleanAsync()).Withdrawn);
        Assert.Null(await _site.PublishedAsync("about/a"));
        Assert.Equal(1, (await _site.ImportCleanAsync()).Unchanged);

        await _site.WritePage("about/a.md").ImportCleanAsync();
        Assert.NotNull(await _site.PublishedAsync("about/a"));
    }

    [Theory]
    [InlineData("state: draft\n")]
    [InlineData("state: withdrawn\n")]
    public async Task ContainerNotPublic_NorIsWhatStandsInIt(string state)
    {
        _site.Write("handbooks/h/index.md", Handbook.Replace("{0}", state, StringComparison.Ordinal)).Write("handbooks/h/01-c.md", Chapter);
        await _site.ImportCleanAsync();
        Assert.NotNull(await _site.LatestAsync("handbooks/h/c"));
        Assert.Null(await _site.PublishedAsync("handbooks/h/c"));
        Assert.Equal(2, (await _site.ImportCleanAsync()).Unchanged);
    }

    [Fact]
    public async Task ContainerWithdrawn_SoIsWhatStandsInIt()
    {
        await _site.Write("handbooks/h/index.md", Handbook.Replace("{0}", "", StringComparison.Ordinal)).Write("handbooks/h/01-c.md", Chapter).ImportCleanAsync();
        await _site.Write("handbooks/h/index.md", Handbook.Replace("{0}", "state: withdrawn\n", StringComparison.Ordinal)).ImportCleanAsync();
        Assert.Null(await _site.PublishedAsync("handbooks/h/c"));
        Assert.Equal(2, (await _site.ImportCleanAsync()).Unchanged);
    }
}
