using System.Diagnostics;
using Portal.Testing;

namespace Portal.Benchmarks.Site;

/// <summary>What a run measures with: the published program and a folder for sites, which goes when the run ends.</summary>
internal sealed class Lab : IAsyncDisposable
{
    private const string Solution = "Portal.sln";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-benchmark-");
    private readonly Lazy<Task<PortalSite>> _ready;
    private readonly PostgresCluster? _cluster;

    private Lab(LabOptions options, PostgresCluster? cluster)
    {
        (Options, _cluster) = (options, cluster);
        _ready = new(() => PortalSite.SetUpAsync(this, "ready", CancellationToken.None));
    }

    public LabOptions Options { get; }

    public bool Quick => Options.Quick;

    /// <summary>The folder of the solution.</summary>
    public static string Sources { get; } = FindSources();

    /// <summary>The folder the program was published to.</summary>
    public string Program => Folder("program");

    /// <summary>The site with the real content; it is served by one process at a time.</summary>
    public Task<PortalSite> ReadySite => _ready.Value;

    /// <summary>Publishes the release build as it would be deployed: with compressed static files.</summary>
    public static async Task<Lab> OpenAsync(LabOptions options, CancellationToken cancellationToken)
    {
        // What is committed is safe there, as in the file.
        var lab = new Lab(options, options.Postgres ? await PostgresCluster.StartAsync(durable: true) : null);
        Say("Publishing Portal.Web");
        var publish = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Sources, "src", "Portal.Web"), "-c", "Release", "--no-build", "-o", lab.Program, "-v", "quiet", "-nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(publish)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? lab : throw new InvalidOperationException($"Portal.Web could not be published; run this with -c Release.\n{output}");
    }

    /// <summary>Says what is being done, beside the table.</summary>
    public static void Say(string what) => Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {what}");

    public string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <summary>An empty database on the run's PostgreSQL server; null when it has none.</summary>
    public async Task<string?> NewDatabaseAsync() => _cluster is null ? null : await _cluster.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    private static string FindSources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"The benchmarks must run from their build folder: no {Solution} above {AppContext.BaseDirectory}.");
    }
}
