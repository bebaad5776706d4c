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
