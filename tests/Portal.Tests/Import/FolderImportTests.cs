using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Xunit;

namespace Portal.Tests.Import;

public sealed class FolderImportTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Import_Page_BecomesItem()
    {
        _site.Write("about/us.md", """
            ---
            type: Page
            title: "About: us"
            summary: Who we are.
            owner: editors
            author: Ada
            created: 2026-01-05
            reviewBy: 2027-11-30
            language: fi
            ---

            ## Who

            We.
            """);

        var report = await _site.ImportCleanAsync();

        Assert.Equal((1, 0, 0, 0), (report.Created, report.Updated, report.Unchanged, report.Withdrawn));
        var item = (await _site.PublishedAsync("about/us"))!;
        Assert.True(Ids.IsId(item.ContentItemId));
        Assert.Equal(("Page", "About: us", "editors", "Ada"), (item.ContentType, item.DisplayText, item.Owner, item.Author));
        Assert.Equal(new DateTime(2026, 1, 5), item.CreatedUtc);
        Assert.Equal("## Who\n\nWe.", item.Part<MarkdownBodyPart>().Markdown);
        Assert.Equal("fi", item.Part<LocalizationPart>().Culture);
        Assert.Equal(new DateOnly(2027, 11, 30), item.Part<ReviewPart>().ReviewBy);
        Assert.Equal("Who we are.", (string?)item.Field("Summary")!["Text"]);
    }

    [Fact]
    public async Task Import_Folders_AreContainersAndPaths()
    {
        _site.Write("handbooks/01-first/index.md", Handbook("First"))
            .Write("handbooks/01-first/02-b.md", Chapter("B"))
            .Write("handbooks/01-first/01-a.md", Chapter("A"))
            .WritePage("about/index.md")
            .WritePage("about/deep/er/page.md")
            .WritePage("about/other.md", "slug: elsewhere");

        await _site.ImportCleanAsync();

        var handbook = (await _site.PublishedAsync("handbooks/first"))!;
        var chapter = (await _site.PublishedAsync("handbooks/first/b"))!.Part<ContainedPart>();
        Assert.Equal((handbook.ContentItemId, "Handbook", 2), (chapter.ListContentItemId, chapter.ListContentType, chapter.Order));
        Assert.Equal(1, (await _site.PublishedAsync("handbooks/first/a"))!.Part<ContainedPart>().Order);
        Assert.NotNull(await _site.PublishedAsync("about"));
        Assert.False((await _site.PublishedAsync("about/elsewhere"))!.Has(nameof(ContainedPart)));
        Assert.NotNull(await _site.PublishedAsync("about/deep/er/page"));
    }

    [Fact]
    public async Task Import_SlugOfFolder_IsInPathsBelow()
    {
        _site.Write("handbooks/first/index.md", Handbook("First", "slug: renamed")).Write("handbooks/first/01-a.md", Chapter("A"));
        await _site.ImportCleanAsync();
        Assert.NotNull(await _site.PublishedAsync("handbooks/renamed/a"));
    }

    [Fact]
    public async Task Import_PartOfSiteContainer_StandsInIt()
    {
        await _site.Write("handbooks/first/index.md", Handbook("First")).ImportCleanAsync();
        _site.Delete("handbooks/first/index.md");

        await _site.Write("handbooks/first/03-c.md", Chapter("C")).ImportCleanAsync();

        var handbook = (await _site.PublishedAsync("handbooks/first"))!;
        Assert.Equal(handbook.ContentItemId, (await _site.PublishedAsync("handbooks/first/c"))!.Part<ContainedPart>().ListContentItemId);
    }

    [Fact]
    public async Task Import_TermsAndReferences_BecomeIds()
    {
        _site.Write("taxonomies/topic.yml", "title: Topic\nterms:\n  - slug: work\n    title: Work\n")
            .Write("sources/paper.md", "---\ntype: Source\ntitle: Paper\npublisher: RAN\n---\n")
            .Write("glossary/cso.md", "---\ntype: GlossaryTerm\ntitle: CSO\nabbreviations: [NGO, CSO]\ntopic: work\nsources: [/sources/paper]\n---\nA text.");

        await _site.ImportCleanAsync();

        var item = (await _site.PublishedAsync("glossary/cso"))!;
        var taxonomy = (await _site.TaxonomyAsync("Topic"))!;
        var term = taxonomy.Part<TaxonomyPart>().Terms[0]!["ContentItemId"]!.GetValue<string>();
        Assert.Equal(taxonomy.ContentItemId, (string?)item.Field("Classification", "Topic")!["TaxonomyContentItemId"]);
        Assert.Equal([term], Texts(item, "Classification", "Topic", "TermContentItemIds"));
        Assert.Equal([(await _site.PublishedAsync("sources/paper"))!.ContentItemId], Texts(item, "Citations", "Sources", "ContentItemIds"));
        Assert.Equal(["NGO", "CSO"], Texts(item, "GlossaryTerm", "Abbreviations", "Values"));
        Assert.Equal(1, await _site.CountAsync("content_term where taxonomy = 'topic' and term = 'work'"));
    }

    [Fact]
    public async Task Import_ReferenceToItemOfSite_ByPathAndById()
    {
        await _site.Write("sources/paper.md", "---\ntype: Source\ntitle: Paper\npublisher: RAN\n---\n").ImportCleanAsync();
        var source = (await _site.PublishedAsync("sources/paper"))!.ContentItemId;
        _site.Delete("sources/paper.md");

        await _site.Write("glossary/a.md", "---\ntype: GlossaryTerm\ntitle: A\nsources: /sources/paper\n---\n")
            .Write("glossary/b.md", $"---\ntype: GlossaryTerm\ntitle: B\nsources: [{source}]\n---\n[a](/glossary/a), [paper](/sources/paper)")
            .ImportCleanAsync();

        Assert.Equal([source], Texts((await _site.PublishedAsync("glossary/a"))!, "Citations", "Sources", "ContentItemIds"));
        Assert.Equal([source], Texts((await _site.PublishedAsync("glossary/b"))!, "Citations", "Sources", "ContentItemIds"));
    }

    [Fact]
    public async Task Import_WindowsLineEndingsAndByteOrderMark_AreRead()
    {
        await _site.Write("about/us.md", "\uFEFF---\r\ntype: Page\r\ntitle: Us\r\n---\r\n\r\nOne\r\ntwo\r\n").ImportCleanAsync();
        Assert.Equal("One\ntwo", (await _site.PublishedAsync("about/us"))!.Part<MarkdownBodyPart>().Markdown);
    }

    [Fact]
    public async Task Import_MediaReadmeAndDotFiles_AreLeftAlone()
    {
        _site.Write("media/a.png", "x").Write("README.md", "no front matter").Write("about/README.md", "none").Write(".git/config", "x").Write("about/.hidden.txt", "x");
        Assert.Equal(0, (await _site.ImportCleanAsync()).Created);
    }

    private static string Handbook(string title, string line = "owner: editors") => $"---\ntype: Handbook\ntitle: {title}\nsummary: What it is.\n{line}\n---\n";

    private static string Chapter(string title) => $"---\ntype: HandbookChapter\ntitle: {title}\nsummary: What it is.\n---\n\nText.\n";

    private static IEnumerable<string?> Texts(ContentItem item, string part, string field, string key)
        => item.Field(part, field)![key]!.AsArray().Select(text => (string?)text);
}
