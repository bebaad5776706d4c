using System.IO.Compression;
using Portal.Kernel.Media.Reading;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Media.Reading;

public sealed class FileReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pdf_IsReadPageByPage()
    {
        var sections = await PdfAsync(SampleFiles.Pdf("Prevention begins early.\nIt is local.", "", "A mentor helps with reinte-\ngration."));
        Assert.Equal(
            [new FileSection("page 1", "page=1", "Prevention begins early. It is local."), new FileSection("page 3", "page=3", "A mentor helps with reintegration.")],
            sections);
    }

    [Fact]
    public async Task Pdf_ThatIsNone_IsUnreadable()
    {
        var error = await Assert.ThrowsAsync<UnreadableFileException>(() => PdfAsync("no PDF at all"u8.ToArray()));
        Assert.Equal("It is not a PDF, or broken.", error.Message);
    }

    [Fact]
    public async Task Pdf_ThatTakesMuchMemory_IsUnreadable()
    {
        var reader = new PdfReader(maxMegabytes: 128);
        Assert.SkipUnless(reader.IsReady, "pdftotext (poppler-utils) is not installed.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux is the memory of a process bounded.");
        // As many words as there are, each in a place of its own, are held until the page ends.
        var page = string.Join('\n', Enumerable.Range(0, 800_000).Select(i => $"{i}) Tj 1 0 0 1 {i % 600} {i / 600 % 790} Tm (x"));
        var error = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAsync(reader, SampleFiles.Pdf(page)));
        Assert.Equal("Reading it took more than 128 MB of memory.", error.Message);
        Assert.False(error.MayPass);
        Assert.Single(await ReadAsync(reader, SampleFiles.Pdf("A page.")));
    }

    [Fact]
    public async Task Docx_IsCutAtItsHeadings_WithoutWhatWasDeleted()
    {
        var sections = await DocxAsync(SampleFiles.Docx("Before.", "# Aims", "To keep families together.", "And safe.", "# Empty"));
        Assert.Equal(
            [new FileSection(null, null, "Before."), new FileSection("Aims", null, "To keep families together.\nAnd safe."), new FileSection("Empty", null, "")],
            sections);
    }

    [Theory]
    [InlineData("no zip")]
    [InlineData("")]
    public async Task Docx_ThatIsNone_IsUnreadable(string text)
        => await Assert.ThrowsAsync<UnreadableFileException>(() => DocxAsync(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task Docx_ThatUnpacksToTooMuch_IsUnreadable()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).OpenAsync(Token);
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 201; i++)
            {
                await entry.WriteAsync(zeros, Token);
            }
        }

        var error = await Assert.ThrowsAsync<UnreadableFileException>(() => DocxAsync(bytes.ToArray()));
        Assert.Equal("It unpacks to more than is read.", error.Message);
    }

    [Fact]
    public async Task Docx_NestedAsDeepAsMayBe_IsReadWithoutEndingTheProcess()
    {
        const int Depth = 50_000;
        var xml = string.Concat(Enumerable.Repeat("<w:ins w:id=\"1\">", Depth)) + "<w:r><w:t>deep</w:t></w:r>" + string.Concat(Enumerable.Repeat("</w:ins>", Depth));
        var file = SampleFiles.Docx("Before.");
        using var bytes = new MemoryStream();
        await bytes.WriteAsync(file, Token);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync(Token)))
            {
                text = await reader.ReadToEndAsync(Token);
            }

            entry.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry("word/document.xml").OpenAsync(Token));
            await writer.WriteAsync(text.Replace("</w:body>", $"<w:p>{xml}</w:p></w:body>", StringComparison.Ordinal).AsMemory(), Token);
        }

        try
        {
            var sections = await DocxAsync(bytes.ToArray());
            Assert.Contains("Before.", sections[0].Text, StringComparison.Ordinal);
        }
        catch (UnreadableFileException)
        {
            // Refused is as good: what counts is that somebody is there to say so.
        }
    }

    [Fact]
    public async Task Docx_WithoutHeadings_IsCutIntoStretches()
    {
        var sections = await DocxAsync(SampleFiles.Docx(Enumerable.Range(0, 40).Select(i => new string('x', 999) + i)));
        Assert.InRange(sections.Count, 5, 6);
        Assert.All(sections, section => Assert.InRange(section.Text.Length, 1, 8_100));
    }

    private Task<IReadOnlyList<FileSection>> PdfAsync(byte[] bytes)
    {
        var reader = new PdfReader();
        Assert.SkipUnless(reader.IsReady, "pdftotext (poppler-utils) is not installed.");
        return ReadAsync(reader, bytes);
    }

    private Task<IReadOnlyList<FileSection>> DocxAsync(byte[] bytes) => ReadAsync(new DocxReader(), bytes);

    private async Task<IReadOnlyList<FileSection>> ReadAsync(IFileReader reader, byte[] bytes)
    {
        var file = _folder.File("sample" + reader.Extension);
        await File.WriteAllBytesAsync(file, bytes, Token);
        return await reader.ReadAsync(file, Token);
    }
}
