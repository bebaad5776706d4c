using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Portal.Modules.TakeAway.Pdf;

/// <summary>
/// Prints a file with the Chromium of the machine, in a process and a profile of its own that end with it. The document allows no script, and nothing is
/// fetched: no name of a host is looked up.
/// </summary>
public sealed class Chromium(IOptions<TakeAwayOptions> options)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    // Where Windows and macOS put it, which is not on the path.
    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly Lazy<string?> _program = new(() => Find(options.Value.Chromium));

    /// <summary>Whether there is one.</summary>
    public bool IsThere => _program.Value is not null;

    /// <param name="page">The whole path of an HTML file.</param>
    /// <param name="folder">A folder for its profile and the PDF, which its caller removes.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <exception cref="InvalidOperationException">It did not print.</exception>
    public async Task<byte[]> PrintAsync(string page, string folder, CancellationToken cancellationToken)
    {
        var pdf = Path.Combine(folder, "page.pdf");
        File.Delete(pdf);
        using var process = new Process { StartInfo = Start(page, folder, pdf) };
        process.Start();
        try
        {
            var said = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), said);
            await process.WaitForExitAsync(cancellationToken);
            return File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, cancellationToken)
                : throw new InvalidOperationException($"'{_program.Value}' ended with {process.ExitCode} and without a PDF. It said: {Last(await said)}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // Its folder can be removed only when it is gone.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private ProcessStartInfo Start(string page, string folder, string pdf)
    {
        var start = new ProcessStartInfo(_program.Value!) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[]
        {
            "--headless", "--disable-gpu", "--disable-extensions", "--no-first-run", "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}",
        })
        {
            start.ArgumentList.Add(argument);
        }

        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // Chromium refuses to run as root in its sandbox. What it is given is our own text, without script.
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        return start;
    }

    private static string? Find(string? named)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return File.Exists(named) ? named : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var names = OperatingSystem.IsWindows() ? Names.Select(name => name + ".exe") : Names;
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).Concat(Places).FirstOrDefault(File.Exists);
    }

    private static string Last(string said) => said.Length > 500 ? said[^500..] : said;
}
