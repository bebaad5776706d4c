using Portal.Kernel.Export;
using Portal.Kernel.Export.Folder;
using Portal.Testing;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export;

public sealed class FolderExportTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Out => _folder.File("out");

    public async ValueTask InitializeAsync()
    {
        _site = await ImportSite.StartAsync();
        await _site.Write("taxonomies/topic.yml", "title: Topic\nterms:\n  - slug: work\n    title: Work\n")
            .Write("handbooks/h/index.md", "---\ntype: Handbook\ntitle: H\nsummary: S\n---\n")
            .Write("handbooks/h/02-b.md", "---\ntype: HandbookChapter\ntitle: B\nsummary: S\n---\n")
            .Write("handbooks/h/01-a.md", "---\ntype: HandbookChapter\ntitle: A\nsummary: S\n---\n\n[plan](/media/plan.pdf)\n")
            .Write("media/plan.pdf", "plan").Write("media/other.png", "other")
            .WritePage("about/index.md", "topic: [work]").WritePage("about/us.md")
            .ImportCleanAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Export_Everything_IsACanonicalTree()
    {
        var report = await _site.ExportAsync(Out);
        Assert.Equal((6, 2), (report.Items, report.Media));
        Assert.Equal(
            ["about.md", "about/us.md", "handbooks/h/01-a.md", "handbooks/h/02-b.md", "handbooks/h/index.md", "media/other.png", "media/plan.pdf", "taxonomies/topic.yml"],
            Exports.Read(Out).Keys);
    }

    [Theory]
    [InlineData("handbooks/h")]
    [InlineData("/handbooks/h")]
    public async Task Export_OneItem_HasWhatStandsInItAndTheMediaItNames(string item)
    {
        var report = await _site.ExportAsync(Out, new ExportOptions([], [item]));
        Assert.Equal((3, 1), (report.Items, report.Media));
        Assert.Equal(["handbooks/h/01-a.md", "handbooks/h/02-b.md", "handbooks/h/index.md", "media/plan.pdf"], Exports.Read(Out).Keys);
    }

    [Fact]
    public async Task Export_Types_HasTheirItemsOnly()
    {
        await _site.ExportAsync(Out, new ExportOptions(["Page", "Taxonomy"], []));
        Assert.Equal(["about.md", "about/us.md", "taxonomies/topic.yml"], Exports.Read(Out).Keys);
    }

    [Fact]
    public async Task Export_UnknownType_SaysWhichWasMeant()
    {
        var error = await Assert.ThrowsAsync<ExportException>(() => _site.ExportAsync(Out, new ExportOptions(["Pge"], [])));
        Assert.Equal("There is no content type 'Pge'. Did you mean 'Page'?", error.Message);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Export_UnknownItem_IsAnError()
        => Assert.Contains("'/none'", (await Assert.ThrowsAsync<ExportException>(() => _site.ExportAsync(Out, new ExportOptions([], ["/none"])))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Export_ToAnEmptyFolder_IsFine()
    {
        Directory.CreateDirectory(Out);
        await _site.ExportAsync(Out);
        Assert.True(File.Exists(Path.Combine(Out, "about.md")));
    }

    [Fact]
    public async Task Export_ToAFolderThatIsNotEmpty_IsRefused()
    {
        _folder.Write("out/about.md", "mine");
        var error = await Assert.ThrowsAsync<ExportException>(() => _site.ExportAsync(Out));
        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Out, "about.md"), Token));
        AssertNothingBeside();
    }

    [Fact]
    public async Task Export_Overwrite_ReplacesAnEarlierExportAndKeepsReadmes()
    {
        _folder.Write("out/gone.md", "old");
        _folder.Write("out/README.md", "read me");
        _folder.Write("out/about/.gitkeep", "");
        await _site.ExportAsync(Out, ExportOptions.Everything with { Overwrite = true });
        Assert.False(File.Exists(Path.Combine(Out, "gone.md")));
        Assert.Equal("read me", await File.ReadAllTextAsync(Path.Combine(Out, "README.md"), Token));
        Assert.True(File.Exists(Path.Combine(Out, "about/.gitkeep")));
        AssertNothingBeside();
    }

    // Whoever names the wrong folder must not lose it.
    [Theory]
    [InlineData("out/letter.docx")]
    [InlineData("out/.git/config")]
    [InlineData("out/sub/notes.yml")]
    public async Task Export_OverwriteOfSomethingElse_IsRefused(string file)
    {
        _folder.Write(file, "mine");
        var error = await Assert.ThrowsAsync<ExportException>(() => _site.ExportAsync(Out, ExportOptions.Everything with { Overwrite = true }));
        Assert.Contains("comes from no export", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.File(file), Token));
    }

    [Fact]
    public async Task Export_ToAFile_IsRefused()
    {
        _folder.Write("out", "mine");
        Assert.Contains("is a file", (await Assert.ThrowsAsync<ExportException>(() => _site.ExportAsync(Out))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Cancelled_LeavesTheFolderAsItWas()
    {
        _folder.Write("out/about.md", "old");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var options = ExportOptions.Everything with { Overwrite = true, Progress = new Cancelling(cancellation) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _site.Get<FolderExport>().RunAsync(Out, options, cancellation.Token));
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(Out, "about.md"), Token));
        AssertNothingBeside();
    }

    // What a process leaves that was killed between the two names, and while it wrote.
    [Fact]
    public async Task Export_AfterOneThatWasKilled_PutsTheFormerBackFirst()
    {
        _folder.Write(".out.former/about.md", "old");
        _folder.Write(".out.exporting/half.md", "half");
        await Assert.ThrowsAsync<ExportException>(() => _site.ExportAsync(Out));
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(Out, "about.md"), Token));

        await _site.ExportAsync(Out, ExportOptions.Everything with { Overwrite = true });
        Assert.DoesNotContain("half.md", Exports.Read(Out).Keys);
        AssertNothingBeside();
    }

    [Fact]
    public async Task Export_MediaWithoutBytes_IsAWarning()
    {
        Directory.Delete(_site.MediaFolder, recursive: true);
        Assert.Equal(["media/other.png: The bytes of this file are lost on the disk.", "media/plan.pdf: The bytes of this file are lost on the disk."], (await _site.ExportAsync(Out)).Warnings);
    }

    // What stands in three places of a hundred has three digits, and all of its neighbours too.
    [Fact]
    public async Task Export_OrdersFromAHundredOn_HaveThreeDigits()
    {
        await _site.Write("handbooks/h/100-c.md", "---\ntype: HandbookChapter\ntitle: C\nsummary: S\n---\n").ImportCleanAsync();
        await _site.ExportAsync(Out);
        Assert.Equal(["handbooks/h/001-a.md", "handbooks/h/002-b.md", "handbooks/h/100-c.md", "handbooks/h/index.md"], Exports.Read(Out).Keys.Where(file => file.StartsWith("handbooks/", StringComparison.Ordinal)));
    }

    private void AssertNothingBeside() => Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.Path), entry => Path.GetFileName(entry).StartsWith('.'));

    private sealed class Cancelling(CancellationTokenSource cancellation) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => cancellation.Cancel();
    }
}
