using System.Diagnostics;

namespace Portal.Benchmarks.Site;

/// <summary>A site of its own, run by the published program.</summary>
internal sealed class PortalSite
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    private readonly Lab _lab;
    private readonly string _dataFolder;

    private PortalSite(Lab lab, string dataFolder, string? connection)
    {
        (_lab, _dataFolder) = (lab, dataFolder);
        Database = new SiteDatabase(Path.Combine(dataFolder, "portal.db"), connection);
    }

    /// <summary>The content that came with the program.</summary>
    public string ContentFolder => Path.Combine(_lab.Program, "content");

    public SiteDatabase Database { get; }

    public static Task<PortalSite> SetUpAsync(Lab lab, string name, CancellationToken cancellationToken) => SetUpAsync(lab, name, [], cancellationToken);

    /// <summary>With the types of content and no content.</summary>
    public static Task<PortalSite> SetUpEmptyAsync(Lab lab, string name, CancellationToken cancellationToken)
    {
        EmptyRecipe.Write(Path.Combine(lab.Program, "recipes"));
        return SetUpAsync(lab, name, [$"--Portal:Setup:Recipe={EmptyRecipe.Name}"], cancellationToken);
    }

    private static async Task<PortalSite> SetUpAsync(Lab lab, string name, string[] configuration, CancellationToken cancellationToken)
    {
        var site = new PortalSite(lab, lab.Folder(name), await lab.NewDatabaseAsync());
        await site.RunAsync(["setup", .. configuration], cancellationToken);
        return site;
    }

    public Task<RunResult> ImportAsync(string folder, CancellationToken cancellationToken) => RunAsync(["import", folder], cancellationToken);

    /// <summary>Starts a server on a free port and waits until it listens.</summary>
    public async Task<PortalServer> ServeAsync(CancellationToken cancellationToken, params string[] configuration)
    {
        var started = Stopwatch.GetTimestamp();
        var process = ChildProcess.Start(Assembly, ["serve", "--urls=http://127.0.0.1:0", "--environment=Production", $"--Portal:DataPath={_dataFolder}", .. Database.Configuration, .. configuration]);
        try
        {
            var line = await process.LineAsync(" is at http://", cancellationToken);
            var address = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.');
            return new PortalServer(process, new Uri(address), started);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private string Assembly => Path.Combine(_lab.Program, "Portal.Web.dll");

    /// <summary>Runs a verb to its end.</summary>
    public async Task<RunResult> RunAsync(string[] verb, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var process = ChildProcess.Start(Assembly, [.. verb, "--environment=Production", $"--Portal:DataPath={_dataFolder}", .. Database.Configuration]);
        var end = process.EndAsync(cancellationToken);
        long peak = 0;
        var processor = TimeSpan.Zero;

        // The system forgets a process's figures with the process: the last look before its end counts.
        while (!end.IsCompleted)
        {
            if (process.Usage() is { } usage)
            {
                (peak, processor) = (Math.Max(peak, usage.PrivateMemory), usage.ProcessorTime);
            }

            await Task.WhenAny(end, Task.Delay(LookInterval, cancellationToken));
        }

        await end;
        return new RunResult(Stopwatch.GetElapsedTime(started), processor, peak);
    }
}

/// <param name="Time">From the start of the process to its end.</param>
/// <param name="ProcessorTime">That it used, on all cores.</param>
/// <param name="PeakMemory">The most bytes of memory that the process had for itself.</param>
internal sealed record RunResult(TimeSpan Time, TimeSpan ProcessorTime, long PeakMemory)
{
    /// <summary>What <see cref="PeakMemory"/> counts.</summary>
    public const string MemoryMeasured = "the most memory that the process had for itself, looked at every 20 ms; pages of files, which the system takes back when it needs them, are not counted";
}
