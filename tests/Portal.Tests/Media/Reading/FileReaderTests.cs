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
        var file = await ChangedAsync(SampleFiles.Docx("Before."), "word/document.xml", text => text.Replace("</w:body>", $"<w:p>{xml}</w:p></w:body>", StringComparison.Ordinal));
        try
        {
            var sections = await DocxAsync(file);
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

    [Fact]
    public async Task Pdf_LockedWithAPassword_IsSaidToBe()
    {
        var locked = System.Text.Encoding.Latin1.GetString(SampleFiles.Pdf("A page."))
            .Replace("/Root 1 0 R", $"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({new string('o', 32)}) /U ({new string('u', 32)}) >>", StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<UnreadableFileException>(() => PdfAsync(System.Text.Encoding.Latin1.GetBytes(locked)));
        Assert.Equal("It is locked with a password.", error.Message);
    }

    [Fact]
    public async Task Pdf_OfManyPages_IsReadInPart_AndSaysSo()
    {
        var reader = new PdfReader();
        Assert.SkipUnless(reader.IsReady, "pdftotext (poppler-utils) is not installed.");
        var whole = await TextAsync(reader, SampleFiles.Pdf([.. Enumerable.Repeat("A page.", 2_000)]));
        Assert.Equal((2_000, null), (whole.Sections.Count, whole.LeftOut));
        var more = await TextAsync(reader, SampleFiles.Pdf([.. Enumerable.Repeat("A page.", 2_001)]));
        Assert.Equal((2_000, "Only its first 2,000 pages were read."), (more.Sections.Count, more.LeftOut));
    }

    [Theory]
    [InlineData("[Content_Types].xml", "</Types>")]
    [InlineData("word/_rels/document.xml.rels", "</Relationships>")]
    public async Task Docx_WhoseDirectoryIsLong_IsUnreadable(string part, string end)
    {
        var file = await ChangedAsync(SampleFiles.Docx("Before."), part, text => text.Replace(end, $"<!--{new string('x', 2_000_000)}-->{end}", StringComparison.Ordinal));
        Assert.InRange(file.Length, 1, 100_000);
        Assert.Equal("It unpacks to more than is read.", (await Assert.ThrowsAsync<UnreadableFileException>(() => DocxAsync(file))).Message);
    }

    [Theory]
    [InlineData("mailto:a@example.org;b@example.org")]
    [InlineData("mailto:anna@")]
    [InlineData("http://")]
    [InlineData("http://host:abc/")]
    [InlineData("https://example.org/x")]
    public async Task Docx_WithALinkThatIsNone_IsRead(string target)
    {
        var link = $"<Relationship Id=\"rl\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" TargetMode=\"External\" Target=\"{target}\"/>";
        var file = await ChangedAsync(SampleFiles.Docx("Before."), "word/_rels/document.xml.rels", text => text.Replace("</Relationships>", link + "</Relationships>", StringComparison.Ordinal));
        Assert.Equal("Before.", Assert.Single(await DocxAsync(file)).Text);
    }

    [Fact]
    public async Task Docx_HeadingsAndParagraphsOfAnyLength_AreCut()
    {
        var heading = string.Join(' ', Enumerable.Range(0, 1_000).Select(i => $"word{i}"));
        var sections = await DocxAsync(SampleFiles.Docx("# " + heading, new string('y', 30_000)));
        Assert.All(sections, section =>
        {
            Assert.InRange(section.Title!.Length, 1, 200);
            Assert.EndsWith("…", section.Title, StringComparison.Ordinal);
            Assert.InRange(section.Text.Length, 1, 8_100);
        });
        Assert.Contains("word999", sections[0].Text, StringComparison.Ordinal);
        Assert.Equal(30_000, sections.Sum(section => section.Text.Count(letter => letter == 'y')));
    }

    [Fact]
    public async Task Docx_WhoseDirectoriesAreLongTogether_IsUnreadable()
    {
        var file = await WithAsync(SampleFiles.Docx("Before."), Enumerable.Range(0, 2).Select(i => ($"word/_rels/footer{i}.xml.rels", new string(' ', 600_000))));
        Assert.Equal("It unpacks to more than is read.", (await Assert.ThrowsAsync<UnreadableFileException>(() => DocxAsync(file))).Message);
    }

    // The library joins them, of directories too.
    [Theory]
    [InlineData("word/_rels/document.xml.rels/[0].piece")]
    [InlineData("[Content_Types].xml/[0].PIECE")]
    public async Task Docx_InPieces_IsUnreadable(string piece)
    {
        var file = await WithAsync(SampleFiles.Docx("Before."), [(piece, new string(' ', 3_000_000))]);
        Assert.Equal("Its parts are cut in pieces; save it anew.", (await Assert.ThrowsAsync<UnreadableFileException>(() => DocxAsync(file))).Message);
    }

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".docx")]
    public async Task File_ThatTakesLongerThanItMay_MayPass(string extension)
    {
        IFileReader reader = extension == ".pdf" ? new PdfReader() : new DocxReader();
        Assert.SkipUnless(reader.IsReady, "pdftotext (poppler-utils) is not installed.");
        var file = _folder.File("slow" + extension);
        await File.WriteAllBytesAsync(file, extension == ".pdf" ? SampleFiles.Pdf([.. Enumerable.Repeat("A page.", 2_000)]) : SampleFiles.Docx(Enumerable.Repeat("A line.", 20_000)), Token);
        var error = await Assert.ThrowsAsync<UnreadableFileException>(() => reader.ReadAsync(file, TimeSpan.Zero, Token));
        Assert.Equal(("Reading it took more than 0 seconds.", true), (error.Message, error.MayPass));
    }

    private static async Task<byte[]> WithAsync(byte[] file, IEnumerable<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        await bytes.WriteAsync(file, Token);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Token));
                await writer.WriteAsync(text.AsMemory(), Token);
            }
        }

        return bytes.ToArray();
    }

    private static async Task<byte[]> ChangedAsync(byte[] file, string part, Func<string, string> change)
    {
        using var bytes = new MemoryStream();
        await bytes.WriteAsync(file, Token);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync(Token)))
            {
                text = await reader.ReadToEndAsync(Token);
            }

            entry.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(part).OpenAsync(Token));
            await writer.WriteAsync(change(text).AsMemory(), Token);
        }

        return bytes.ToArray();
    }

    private Task<IReadOnlyList<FileSection>> PdfAsync(byte[] bytes)
    {
        var reader = new PdfReader();
        Assert.SkipUnless(reader.IsReady, "pdftotext (poppler-utils) is not installed.");
        return ReadAsync(reader, bytes);
    }

    private Task<IReadOnlyList<FileSection>> DocxAsync(byte[] bytes) => ReadAsync(new DocxReader(), bytes);

    private async Task<IReadOnlyList<FileSection>> ReadAsync(IFileReader reader, byte[] bytes) => (await TextAsync(reader, bytes)).Sections;

    private async Task<FileText> TextAsync(IFileReader reader, byte[] bytes)
    {
        var file = _folder.File("sample" + reader.Extension);
        await File.WriteAllBytesAsync(file, bytes, Token);
        return await reader.ReadAsync(file, MediaTexts.Longest, Token);
    }
}
