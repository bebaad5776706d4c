using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Audit;
using Portal.Kernel.Content.Attachments;
using Portal.Kernel.Import;
using Portal.Kernel.Media;
using Portal.Kernel.Media.Reading;
using Portal.Kernel.Search;
using Portal.Testing;
using Portal.Tests.Media.Reading;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>The files that items offer are found with them, over HTTP.</summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PortalApplication _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await PortalApplication.StartAsync();
        await PutAsync("papers/größe 1.pdf", SampleFiles.Pdf("First page.", "The quokkaword stands here."));
        await PutAsync("papers/plan.docx", SampleFiles.Docx("# Zebrafinch", "A wombatword in a document."));
        await PutAsync("papers/broken.pdf", "no pdf"u8.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Pdf_ThatAPageLinksTo_IsFoundWithThePage_AtItsPage()
    {
        await PageAsync("See [the annual paper](/media/papers/gr%C3%B6%C3%9Fe%201.pdf).");
        Assert.Empty((await SearchAsync("quokkaword"))["hits"]!.AsArray());

        await ReadAsync();
        var hit = Assert.Single((await SearchAsync("quokkaword"))["hits"]!.AsArray())!;
        Assert.Equal("Papers", (string)hit["title"]!);
        Assert.Equal("/media/papers/gr%C3%B6%C3%9Fe%201.pdf#page=2", (string)hit["url"]!);
        Assert.Equal("the annual paper, page 2", (string)hit["section"]!);
        using var file = await _app.GetAsync((string)hit["url"]!);
        Assert.True(file.IsSuccessStatusCode);
    }

    // The text is kept for the bytes: they decide how it is read, not the name that came first.
    [Fact]
    public async Task TheSameBytesUnderTwoNames_AreReadByWhatTheyAre_WithoutMarksThatTurnTheDirection()
    {
        var bytes = SampleFiles.Docx("A wombat\u202Eword, \u2067turned\u2069.");
        await PutAsync("papers/a.pdf", bytes);
        await PutAsync("papers/b.docx", bytes);
        await PageAsync("[One](/media/papers/a.pdf), [two](/media/papers/b.docx)");
        Assert.Empty((await ReadAsync()).Unreadable);
        var hit = Assert.Single((await SearchAsync("wombatword"))["hits"]!.AsArray())!;
        Assert.Equal("A <mark>wombatword</mark>, turned.", (string)hit["snippet"]!);
        Assert.Equal("/media/papers/b.docx", (string)Assert.Single(hit["more"]!.AsArray())!["url"]!);
    }

    [Fact]
    public async Task Docx_IsFound_AndABrokenFileIsPassedOver()
    {
        await PageAsync("[Plan](/media/papers/plan.docx), [broken](/media/papers/broken.pdf), [lost](/media/papers/lost.pdf)", "--allow");
        var read = await ReadAsync();
        Assert.Equal(("papers/broken.pdf: It is not a PDF, or broken.", 1), (Assert.Single(read.Unreadable), read.Count));
        Assert.Equal("Plan, Zebrafinch", (string)Assert.Single((await SearchAsync("wombatword"))["hits"]!.AsArray())!["section"]!);
        Assert.Equal(0, (await _app.Get<AttachmentReader>().RunAsync(Token)).Count);
    }

    [Fact]
    public async Task FileThatTakesLong_IsReadWhenTheOthersAreFound_AndIsReported()
    {
        await PutAsync("papers/a.pdf", SampleFiles.Pdf("Never read."));
        await PageAsync("[Slow](/media/papers/a.pdf), [plan](/media/papers/plan.docx)");
        var slow = new SlowReader(async () => (await SearchAsync("wombatword"))["hits"]!.AsArray().Count);
        var reader = ActivatorUtilities.CreateInstance<AttachmentReader>(
            _app.Services, ActivatorUtilities.CreateInstance<MediaTexts>(_app.Services, (IEnumerable<IFileReader>)[slow, new DocxReader()]));

        var read = await reader.RunAsync(Token);
        Assert.Equal([(MediaTexts.Quick, 0), (MediaTexts.Longest, 1)], slow.Tried);
        Assert.Equal(("papers/a.pdf: It took long. A serving site tries it again.", 1), (Assert.Single(read.Unreadable), read.Count));

        await reader.RunAsync(Token);
        Assert.Equal(2, slow.Tried.Count);
    }

    [Fact]
    public async Task File_ThatIsReplaced_IsFoundByItsNewText()
    {
        await PageAsync("[Plan](/media/papers/plan.docx)");
        await ReadAsync();
        await PutAsync("papers/plan.docx", SampleFiles.Docx("A quokkafield now."));
        await ReadAsync();
        Assert.Empty((await SearchAsync("wombatword"))["hits"]!.AsArray());
        Assert.Single((await SearchAsync("quokkafield"))["hits"]!.AsArray());
    }

    [Fact]
    public async Task Item_WithMoreSectionsThanAreSearched_IsReported()
    {
        await PutAsync("papers/long.docx", SampleFiles.Docx(Enumerable.Range(0, SearchDocument.MaxSections).SelectMany(i => new[] { $"# Part {i}", "Of it." })));
        await PageAsync("[Long](/media/papers/long.docx)");
        Assert.Empty(_app.Log.Warnings);
        await ReadAsync();
        Assert.Contains(
            "Of 'Papers' (/papers), which has 4097 sections with those of its files, only the first 4096 are searched. Offer its files on several pages.",
            Assert.Single(_app.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatNothingOffersAnyMore_IsNotFound()
    {
        await PageAsync("[Plan](/media/papers/plan.docx)");
        await ReadAsync();
        await PageAsync("Nothing more.");
        await ReadAsync();
        Assert.Empty((await SearchAsync("wombatword"))["hits"]!.AsArray());
    }

    private async Task PutAsync(string path, byte[] bytes)
    {
        var media = _app.Get<MediaStore>();
        using var content = new MemoryStream(bytes);
        var blob = await media.StoreAsync(content, Token);
        await _app.ChangeAsync(session => media.PutAsync(session, path, blob!, Actor.System, Token));
    }

    private Task<ReadFiles> ReadAsync()
    {
        Assert.SkipUnless(new PdfReader().IsReady, "pdftotext (poppler-utils) is not installed.");
        return _app.Get<AttachmentReader>().RunAsync(Token);
    }

    private Task PageAsync(string text, string allow = "")
    {
        _folder.Write("papers.md", $"---\ntype: Page\ntitle: Papers\n---\n\n{text}\n");
        return _app.ChangeAsync(async session =>
            Assert.Empty((await _app.Get<ContentFolderImport>().RunAsync(session, _folder.Path, new ImportOptions(Actor.System) { AllowBrokenLinks = allow.Length > 0 }, Token)).Errors.Select(error => error.ToString())));
    }

    private async Task<JsonNode> SearchAsync(string words) => JsonNode.Parse(await _app.TextAsync($"/api/v1/search?q={words}"))!;

    /// <summary>Takes longer than it may, always; notes how long that was and how many of the other files were found by then.</summary>
    private sealed class SlowReader(Func<Task<int>> found) : IFileReader
    {
        public List<(TimeSpan Most, int Found)> Tried { get; } = [];

        public string Extension => ".pdf";

        public bool IsReady => true;

        public bool Knows(ReadOnlySpan<byte> beginning) => beginning.StartsWith("%PDF-"u8);

        public async Task<FileText> ReadAsync(string file, TimeSpan most, CancellationToken cancellationToken)
        {
            Tried.Add((most, await found()));
            throw new UnreadableFileException("It took long.", mayPass: true);
        }
    }
}
