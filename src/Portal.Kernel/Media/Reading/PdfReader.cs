using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Portal.Kernel.Media.Reading;

/// <summary>
/// Reads PDFs with poppler's <c>pdftotext</c>, in a process of its own, page by page. Its time and its text are bounded everywhere; its memory where <c>sh</c>
/// can (<c>ulimit -v</c>: Linux, whichever C library it has). macOS refuses that limit and Windows has no <c>sh</c>; there it runs without.
/// </summary>
/// <param name="maxMegabytes">Address space of the process.</param>
public sealed class PdfReader(int maxMegabytes) : IFileReader
{
    private const int DefaultMegabytes = 512;
    private const string Shell = "/bin/sh";

    /// <summary>What is refused is gone without; <c>exec</c> leaves one process, which the time limit ends.</summary>
    private const string Limited = "ulimit -v \"$1\" 2>/dev/null || :; shift; exec \"$@\"";

    // Exit codes: of a PDF that may not be read, and beyond this the signal that ended the process.
    private const int Locked = 3;

    // Those of the shell: of a program that cannot be run or is not there, as while it is replaced.
    private const int NotRun = 126;
    private const int NotFound = 127;
    private const int Signal = 128;

    private const int MaxPages = 2_000;
    private const int MaxCharacters = 5_000_000;
    private const int MaxSaid = 64 * 1024;

    private readonly Lazy<string?> _program = new(Find);

    public PdfReader()
        : this(DefaultMegabytes)
    {
    }

    public string Extension => ".pdf";

    // What stands before it is passed over, as poppler does.
    public bool Knows(ReadOnlySpan<byte> beginning) => beginning.IndexOf("%PDF-"u8) >= 0;

    public bool IsReady => _program.Value is not null;

    public async Task<FileText> ReadAsync(string file, TimeSpan most, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(file) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(most);
        process.Start();
        try
        {
            var said = SaidAsync(process.StandardError, limit.Token);
            var text = await TextAsync(process.StandardOutput, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode switch
            {
                0 => Pages(text),
                NotRun or NotFound => throw new UnreadableFileException("Its reader could not be started.", mayPass: true),
                var code => throw new UnreadableFileException(Problem(code, await said)),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableFileException($"Reading it took more than {most.TotalSeconds:0} seconds.", mayPass: true);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private string Problem(int exitCode, string said)
        => said.Contains("out of memory", StringComparison.OrdinalIgnoreCase) || said.Contains("bad_alloc", StringComparison.Ordinal) ? $"Reading it took more than {maxMegabytes} MB of memory."
            : exitCode > Signal ? "Its reader broke off."
            : said.Contains("password", StringComparison.OrdinalIgnoreCase) ? "It is locked with a password."
            : exitCode == Locked ? "It is locked: its text may not be copied."
            : "It is not a PDF, or broken.";

    // Each page ends with a form feed.
    private static FileText Pages(string text)
    {
        var pages = text.Split('\f');
        var sections = pages.Take(MaxPages).SelectMany((page, index) => SectionCutter.Pieces(Paragraphs(page))
            .Select(piece => string.Create(CultureInfo.InvariantCulture, $"{index + 1}") is var number ? new FileSection($"page {number}", $"page={number}", piece) : null!));
        return new FileText([.. sections], pages.Length > MaxPages + 1 ? string.Create(CultureInfo.InvariantCulture, $"Only its first {MaxPages:N0} pages were read.") : null);
    }

    // It has something to say of every page of a bad file; what matters comes first.
    private static async Task<string> SaidAsync(StreamReader said, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[4 * 1024];
        int read;
        while ((read = await said.ReadAsync(buffer, cancellationToken)) > 0)
        {
            text.Append(buffer, 0, Math.Min(read, Math.Max(0, MaxSaid - text.Length)));
        }

        return text.ToString();
    }

    // Lines end where the paper did; a word cut in two by its edge is one word.
    private static string Paragraphs(string page)
    {
        var text = new StringBuilder();
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0)
            {
                text.Append(text.Length > 0 && text[^1] != '\n' ? "\n" : "");
            }
            else if (text.Length > 1 && text[^1] == '-' && char.IsLower(text[^2]) && char.IsLower(line[0]))
            {
                text.Length--;
                text.Append(line);
            }
            else
            {
                text.Append(text.Length > 0 && text[^1] != '\n' ? " " : "").Append(line);
            }
        }

        return text.ToString().Trim();
    }

    private static async Task<string> TextAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > MaxCharacters)
            {
                throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"It has more than {MaxCharacters:N0} characters."));
            }
        }

        return text.ToString();
    }

    private ProcessStartInfo Start(string file)
    {
        string[] command = [_program.Value!, "-enc", "UTF-8", "-l", (MaxPages + 1).ToString(CultureInfo.InvariantCulture), file, "-"];
        string[] line = File.Exists(Shell) ? [Shell, "-c", Limited, Shell, (maxMegabytes * 1024).ToString(CultureInfo.InvariantCulture), .. command] : command;
        return new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
    }

    private static string? Find()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext"))
            .FirstOrDefault(File.Exists);
}
