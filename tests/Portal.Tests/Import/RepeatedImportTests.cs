using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Xunit;

namespace Portal.Tests.Import;

public sealed class RepeatedImportTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ImportSite.StartAsync();
        _site.Write("taxonomies/topic.yml", "title: Topic\ndescription: What.\nterms:\n  - slug: work\n    title: Work\n    terms:\n      - slug: team-work\n        title: Team work\n")
            .WritePage("about/index.md", "topic: [team-work]\nreviewBy: 2027-01-01", "## One\n\nText.")
            .WritePage("about/two.md", "summary: Two.", "[one](/about#one)")
            .Write("handbooks/h/index.md", "---\ntype: Handbook\ntitle: H\nsummary: S\nprocedure: true\n---\n")
            .Write("handbooks/h/01-c.md", "---\ntype: HandbookChapter\ntitle: C\nsummary: S\nstep: 1\n---\n");
        await _site.ImportCleanAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Again_NothingChanges()
    {
        var versions = await VersionsAsync();
        var report = await _site.ImportCleanAsync();
        Assert.Equal((0, 0, 5), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal(versions, await VersionsAsync());
    }

    [Fact]
    public async Task OneFileChanged_OnlyItIsSaved()
    {
        var before = await VersionsAsync();
        await _site.WritePage("about/two.md", "summary: Changed.", "[one](/about#one)").ImportCleanAsync();

        var after = await VersionsAsync();
        Assert.Single(after.Except(before));
        Assert.Equal("Changed.", (string?)(await _site.PublishedAsync("about/two"))!.Field("Summary")!["Text"]);
    }

    [Fact]
    public async Task FieldsTakenOut_AreGone()
    {
        await _site.WritePage("about/index.md", "", "## One").ImportCleanAsync();
        var item = (await _site.PublishedAsync("about"))!;
        Assert.Null(item.Field("Classification", "Topic"));
        Assert.Null(item.Part<ReviewPart>().ReviewBy);
    }

    [Fact]
    public async Task FileTakenOut_ItemStays()
    {
        _site.Delete("about/two.md");
        await _site.ImportCleanAsync();
        Assert.NotNull(await _site.PublishedAsync("about/two"));
    }

    [Fact]
    public async Task FileMoved_KeepsIdAndRemembersItsPath()
    {
        var id = (await _site.PublishedAsync("about/two"))!.ContentItemId;
        _site.Delete("about/two.md");

        await _site.WritePage("about/three.md", $"id: {id}").ImportCleanAsync();

        Assert.Equal(id, (await _site.PublishedAsync("about/three"))!.ContentItemId);
        Assert.Null(await _site.LatestAsync("about/two"));
        Assert.Equal(1, await _site.CountAsync($"former_path where path = 'about/two' and item_id = '{id}'"));
    }

    [Fact]
    public async Task FileMovedAndAnotherInItsPlace_AreTwoItems()
    {
        var id = (await _site.PublishedAsync("about/two"))!.ContentItemId;
        await _site.WritePage("about/a.md", $"id: {id}").WritePage("about/two.md", "summary: New.").ImportCleanAsync();

        Assert.Equal(id, (await _site.PublishedAsync("about/a"))!.ContentItemId);
        Assert.NotEqual(id, (await _site.PublishedAsync("about/two"))!.ContentItemId);
    }

    [Fact]
    public async Task FilesThatChangePlaces_KeepTheirIds()
    {
        var (one, two) = ((await _site.PublishedAsync("about"))!.ContentItemId, (await _site.PublishedAsync("about/two"))!.ContentItemId);
        await _site.WritePage("about/index.md", $"id: {two}").WritePage("about/two.md", $"id: {one}").ImportCleanAsync();
        Assert.Equal((two, one), ((await _site.PublishedAsync("about"))!.ContentItemId, (await _site.PublishedAsync("about/two"))!.ContentItemId));
    }

    [Fact]
    public async Task LinkToThePathThatAnItemLeft_IsAnError()
    {
        var id = (await _site.PublishedAsync("about/two"))!.ContentItemId;
        _site.Delete("about/two.md");
        var report = await _site.WritePage("about/three.md", $"id: {id}").WritePage("about/four.md", "", "[two](/about/two)").ImportAsync();
        Assert.Equal("about/four.md", Assert.Single(report.Errors).File);
    }

    [Fact]
    public async Task TermWithoutId_KeepsTheOneItHas()
    {
        await _site.Write("taxonomies/topic.yml", "title: Topic\nterms:\n  - slug: new\n    title: New\n  - slug: work\n    title: Work now\n    terms:\n      - slug: team-work\n        title: Team work\n").ImportCleanAsync();
        Assert.Equal(1, await _site.CountAsync("content_term where taxonomy = 'topic' and term = 'team-work'"));
        Assert.Equal(1, await _site.CountAsync("content_item where type = 'Taxonomy' and latest = 1"));
        Assert.Equal((0, 5), await CountsAsync());
    }

    // The items are filed again, and what was filed before is forgotten first, although the taxonomy is new.
    [Fact]
    public async Task NewTaxonomy_WhileItemsHaveOthers_LeavesTheirTerms()
    {
        await _site.Write("taxonomies/sector.yml", "title: Sector\nterms:\n  - slug: health\n    title: Health\n").ImportCleanAsync();
        Assert.Equal(2, await _site.CountAsync("content_term where taxonomy = 'topic'"));
    }

    [Fact]
    public async Task DraftOnTheSite_StaysBesideTheUnchangedEdition()
    {
        var item = (await _site.PublishedAsync("about/two"))!.Copy();
        item.ContentItemVersionId = Ids.New();
        item.Apply(new TitlePart { Title = "Being written" });
        await using (var session = await _site.Get<IDatabase>().WriteAsync(TestContext.Current.CancellationToken))
        {
            await _site.Get<ContentManager>().SaveDraftAsync(session, item, Actor.System, TestContext.Current.CancellationToken);
            await session.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, 5), await CountsAsync());
        Assert.Equal("Being written", (await _site.LatestAsync("about/two"))!.DisplayText);
    }

    [Fact]
    public async Task CheckOnly_SavesNothing()
    {
        var versions = await VersionsAsync();
        var report = await _site.WritePage("about/new.md").WritePage("about/two.md", "summary: Changed.").ImportAsync(checkOnly: true);
        Assert.Equal((1, 1, 4), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal(versions, await VersionsAsync());
    }

    private async Task<(int Updated, int Unchanged)> CountsAsync()
    {
        var report = await _site.ImportCleanAsync();
        return (report.Updated, report.Unchanged);
    }

    private Task<IReadOnlyList<string>> VersionsAsync()
        => _site.ReadAsync(session => session.QueryAsync<string>("select version_id from content_item order by version_id", null, TestContext.Current.CancellationToken));
}
