using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Portal.Kernel.Hosting;
using Portal.Modules.TakeAway.Pdf;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.TakeAway;

/// <summary>A handbook as a PDF: what is in it, that it is made once, and what a reader is told when it is not.</summary>
public sealed partial class PdfTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Handbook = "/handbooks/setting-up-a-multi-agency-structure";
    private const string Pdf = $"/pdf{Handbook}.pdf";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_OfAHandbook_IsATaggedDocumentWithItsNameAndTag()
    {
        using var response = await MadeAsync();
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline; filename=setting-up-a-multi-agency-structure.pdf; filename*=UTF-8''setting-up-a-multi-agency-structure.pdf", response.Header("Content-Disposition"));
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo <</Type /MarkInfo\n/Marked true", text, StringComparison.Ordinal);
        Assert.Contains("/Lang (en)", text, StringComparison.Ordinal);
        Assert.Contains("/Outlines", text, StringComparison.Ordinal);

        // Not made again, and not sent again to who has it.
        var watch = Stopwatch.StartNew();
        using var second = await site.App.GetAsync(Pdf);
        Assert.Equal(bytes, await second.Content.ReadAsByteArrayAsync(Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), watch.Elapsed.ToString());
        using var third = await site.App.GetAsync(Pdf, $"If-None-Match: {response.Header("ETag")}");
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
    }

    [Fact]
    public async Task Get_OfAHandbook_HoldsTitleContentsWithRightPagesSourcesAndAddress()
    {
        using var response = await MadeAsync();
        var pages = await PagesAsync(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.True(pages.Count > 10, $"{pages.Count} pages");

        var front = pages[0];
        Assert.Contains("Setting up a multi-agency structure", front, StringComparison.Ordinal);
        Assert.Contains(new Uri(site.App.Address, Handbook).ToString(), front, StringComparison.Ordinal);
        Assert.Contains("Next review by: 30 November 2027", front, StringComparison.Ordinal);
        Assert.Contains("Contents", front, StringComparison.Ordinal);
        Assert.Contains($"Page 1 of {pages.Count}", front, StringComparison.Ordinal);

        // Each part begins on the page that the contents say.
        var entries = Entry().Matches(string.Concat(pages.Take(3))).ToList();
        Assert.Equal(5, entries.Count);
        foreach (var entry in entries)
        {
            var number = int.Parse(entry.Groups["page"].Value, CultureInfo.InvariantCulture);
            Assert.StartsWith(entry.Groups["title"].Value, pages[number - 1].TrimStart(), StringComparison.Ordinal);
        }

        var whole = string.Concat(pages);
        Assert.Contains("Handbook on how to set up a multi-agency structure", whole, StringComparison.Ordinal);
        Assert.Contains("Guiding principle", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Skip to the text", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pdf/none.pdf", 404)]
    [InlineData("/pdf/.pdf", 404)]
    [InlineData("/pdf/handbooks.pdf", 404)]
    [InlineData($"/pdf{Handbook}", 404)]
    [InlineData("/pdf", 404)]
    [InlineData($"/pdf{Handbook}/..%2f..%2fetc%2fpasswd.pdf", 404)]
    public async Task Get_OfNoPage_IsNotThere(string url, int status)
    {
        Assert.Equal(status, (int)await site.App.StatusAsync(url));
        Assert.Empty(site.App.Log.Warnings);
    }

    [Fact]
    public async Task Get_WithoutAPrinter_SaysHowToPrint()
    {
        await using var app = await PortalApplication.StartAsync(settings: "--Portal:TakeAway:Chromium=/none");
        using var response = await app.GetAsync(Pdf);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var page = Html.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("The PDF could not be made", page.QuerySelector("h1").Words());
        Assert.Equal(Handbook, page.QuerySelector("main .help__list a")!.GetAttribute("href"));
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task Get_WhenThePrinterFails_SaysSoAndLogsIt()
    {
        Assert.SkipUnless(File.Exists("/bin/false"), "There is no program that fails at '/bin/false'.");
        await using var app = await PortalApplication.StartAsync(settings: "--Portal:TakeAway:Chromium=/bin/false");
        using var response = await app.GetAsync(Pdf);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Print in its place", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains(app.Log.Warnings, line => line.Contains("could not be made", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WhenThePrinterHangs_IsEnded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The program that hangs is a shell script.");
        using var folder = new TemporaryFolder();
        var program = folder.Write("hangs", "#!/bin/sh\nexec sleep 60\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using var app = await PortalApplication.StartAsync(settings: [$"--Portal:TakeAway:Chromium={program}", "--Portal:TakeAway:Seconds=1"]);
        var watch = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.StatusAsync(Pdf));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task Get_TooOften_IsRefused()
    {
        await using var app = await PortalApplication.StartAsync(settings: ["--Portal:TakeAway:Chromium=/none", "--Portal:TakeAway:PdfsPerMinute=2"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.StatusAsync(Pdf));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.StatusAsync(Pdf));
        using var refused = await app.GetAsync(Pdf);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotEmpty(refused.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(Handbook));
    }

    [Fact]
    public async Task Page_OfAHandbookOrAStandard_OffersItsPdf()
    {
        var page = await site.App.Client.PageAsync(Handbook);
        Assert.NotNull(page.QuerySelector($".page-tools a[href='{Pdf}']"));
    }

    [Theory]
    [InlineData("pdf/x")]
    [InlineData("checklist/x")]
    public void Items_CannotStandWhereTheseAre(string path) => Assert.NotNull(site.App.Get<SitePages>().Refusal(path));

    private async Task<HttpResponseMessage> MadeAsync()
    {
        Assert.SkipUnless(site.App.Get<Chromium>().IsThere, "Chromium is not installed: no PDF can be made.");
        var response = await site.App.GetAsync(Pdf);
        Assert.True(response.StatusCode == HttpStatusCode.OK, string.Join('\n', site.App.Log.Warnings));
        return response;
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.pdf");
        await File.WriteAllBytesAsync(file, pdf, Token);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);
            return [.. text.Split('\f', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("pdftotext (poppler-utils) is not installed: the text of a PDF cannot be read.");
            return [];
        }
    }

    [GeneratedRegex(@"^(?<title>Step \d: \S+( \S+)*) {2,}(?<page>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
