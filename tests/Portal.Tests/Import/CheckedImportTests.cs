using Portal.Kernel.Audit;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Import;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>A check finds what a real run finds, says what it would do, and leaves nothing behind.</summary>
public sealed class CheckedImportTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    // Each of these is only found by a handler, when the item is saved.
    [Theory]
    [InlineData("about/a.md", "---\ntype: Page\ntitle: T{0}\n---\n", 3, "title", "characters")]
    [InlineData("taxonomies/topic.yml", "terms: []\ntitle: T{0}\n", 2, "title", "characters")]
    [InlineData("about/a.md", "---\ntype: Page\ntitle: T\nslug: s{0}{0}{0}{0}{0}\n---\n", 4, "slug", "not a path")]
    public async Task Check_OfWhatAHandlerRefuses_SaysTheSameAsAnImport(string file, string text, int line, string field, string message)
    {
        _site.Write(file, text.Replace("{0}", new string('x', 256), StringComparison.Ordinal));
        foreach (var report in new[] { await _site.ImportAsync(checkOnly: true), await _site.ImportAsync() })
        {
            var error = Assert.Single(report.Errors);
            Assert.Equal((file, line, field), (error.File, error.Line, error.Field));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_OfAnItemWithoutTheKey_NamesTheLineOfTheFrontMatter()
    {
        // The container is withdrawn on the site, which no file of this import says.
        await _site.Write("handbooks/h/index.md", "---\ntype: Handbook\ntitle: H\nsummary: S\nstate: draft\n---\n").ImportCleanAsync();
        _site.Delete("handbooks/h/index.md");
        _site.Write("handbooks/h/01-c.md", "---\ntype: HandbookChapter\ntitle: C\nsummary: S\n---\n");
        foreach (var report in new[] { await _site.ImportAsync(checkOnly: true), await _site.ImportAsync() })
        {
            var error = Assert.Single(report.Errors);
            Assert.Equal(("handbooks/h/01-c.md", 2, "state"), (error.File, error.Line, error.Field));
        }
    }

    [Fact]
    public async Task Check_SaysWhatAnImportThenDoes()
    {
        _site.Write("taxonomies/topic.yml", "title: Topic\nterms:\n  - slug: work\n    title: Work\n").WritePage("about/a.md", "topic: work").WritePage("about/b.md");
        await _site.ImportCleanAsync();
        _site.Write("taxonomies/topic.yml", "title: Topic\nterms:\n  - slug: work\n    title: Work now\n")
            .WritePage("about/a.md", "topic: work\nstate: withdrawn").WritePage("about/c.md", "state: draft");

        var check = await _site.ImportAsync(checkOnly: true);
        var run = await _site.ImportAsync();

        Assert.Equal((1, 1, 1, 1), (check.Created, check.Updated, check.Withdrawn, check.Unchanged));
        Assert.Equal((check.Created, check.Updated, check.Withdrawn, check.Unchanged), (run.Created, run.Updated, run.Withdrawn, run.Unchanged));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_OfACheckOrOfErrors_CannotBeCommitted(bool checkOnly)
    {
        _site.WritePage("about/a.md", checkOnly ? "" : "nonsense: 1");
        await using var session = await _site.Get<IDatabase>().WriteAsync(Token);
        await _site.Get<ContentFolderImport>().RunAsync(session, _site.ContentFolder, new ImportOptions(Actor.System, null, checkOnly), Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.CommitAsync(Token));
    }

    [Fact]
    public async Task Check_WhileTheSiteServes_ChangesNothingThatAnybodySees()
    {
        await using var app = await PortalApplication.StartAsync();
        using var content = new TemporaryFolder();
        content.Write("taxonomies/topic.yml", (await File.ReadAllTextAsync(ImportSite.Shipped("content/taxonomies/topic.yml"), Token)).Replace("title: Topic\n", "title: Changed\n", StringComparison.Ordinal));
        content.Write("handbooks/aardvark.md", "---\ntype: Handbook\ntitle: Aardvark care\nsummary: Of animals.\n---\n");
        content.Write("glossary/exit-work.md", "---\ntype: GlossaryTerm\ntitle: Changed term\n---\n\nChanged.\n");
        var (before, feed) = (await SeenAsync(app), await LastAsync(app));

        await using (var session = await app.Get<IDatabase>().WriteAsync(Token))
        {
            var report = await app.Get<ContentFolderImport>().RunAsync(session, content.Path, new ImportOptions(Actor.System, null, CheckOnly: true), Token);
            Assert.Equal((1, 2, 0), (report.Created, report.Updated, report.Errors.Count));
        }

        Assert.Equal(before, await SeenAsync(app));
        Assert.Equal(feed, await LastAsync(app));
        Assert.Equal("Topic", (await app.Get<TaxonomyCatalog>().GetAsync(Token)).ByName("topic")!.Title);
        Assert.Equal(0, (await app.JsonAsync("/api/v1/search?q=aardvark"))["total"]!.GetValue<int>());
        Assert.Empty(app.Log.Warnings);
    }

    private static async Task<string> SeenAsync(PortalApplication app)
        => string.Join('\n', await Task.WhenAll(new[] { "/handbooks", "/glossary", "/sitemap.xml", "/glossary/exit-work" }.Select(app.TextAsync)));

    private static async Task<long> LastAsync(PortalApplication app)
    {
        await using var session = await app.Get<IDatabase>().ReadAsync(Token);
        return await app.Get<ChangeFeed>().LastAsync(session, Token);
    }
}
