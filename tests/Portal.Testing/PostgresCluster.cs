using System.Diagnostics;

namespace Portal.Testing;

/// <summary>
/// A private PostgreSQL server in a temporary folder, on a Unix socket of its own: no port, no password, no trace. It ends with the process that started it,
/// however that ends.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>The tests' user is no superuser, as a site's is not.</summary>
    private const string Role = "portal";

    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => StartAsync(durable: false));

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-pg-").FullName;
    private readonly bool _durable;
    private Process? _watch;
    private int _databases;

    private PostgresCluster(bool durable) => _durable = durable;

    /// <summary>Why there is no server; null when there is one. A test that needs it skips itself with this reason.</summary>
    public static string? Missing => PostgresPrograms.Missing;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The one that tests share, each with databases of its own. It is started by whoever asks first.</summary>
    public static Task<PostgresCluster> SharedAsync() => Shared.Value;

    /// <summary>Starts one for a test that stops it.</summary>
    /// <param name="durable">Whether what is committed is safe when the server is stopped at once. The shared one is not: it is faster.</param>
    public static async Task<PostgresCluster> StartAsync(bool durable)
    {
        var cluster = new PostgresCluster(durable);
        try
        {
            await cluster.MakeAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a database and gives its connection string.</summary>
    /// <param name="template">A database that nobody is connected to and that the new one is a copy of, by its connection string.</param>
    public async Task<string> NewDatabaseAsync(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        var from = template is null ? "template0" : template[(template.LastIndexOf('=') + 1)..];
        await SqlAsync($"create database {name} owner {Role} template {from}");
        return $"Host={_folder};Username={Role};Database={name}";
    }

    /// <summary>Runs SQL as the superuser, by psql. Rows are lines, their columns parted by tabs.</summary>
    public Task<string> SqlAsync(string sql, string database = "postgres")
        => PostgresPrograms.RunAsync("psql", "-h", _folder, "-U", "postgres", "-d", database, "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql);

    public Task StartServerAsync()
        => PostgresPrograms.RunAsync("pg_ctl", "start", "-w", "-s", "-D", Data, "-l", Path.Combine(_folder, "log"));

    /// <summary>Stops the server; by the mode <c>immediate</c> as a power cut does, by <c>fast</c> as its administrator would.</summary>
    public Task StopServerAsync(string mode = "immediate") => PostgresPrograms.RunAsync("pg_ctl", "stop", "-w", "-s", "-m", mode, "-D", Data);

    public async ValueTask DisposeAsync()
    {
        if (_watch is null)
        {
            Directory.Delete(_folder, recursive: true);
            return;
        }

        _watch.StandardInput.Close();
        await _watch.WaitForExitAsync();
        _watch.Dispose();
    }

    private async Task MakeAsync()
    {
        await PostgresPrograms.OwnAsync(_folder);
        Watch();
        // Not byte order, as most servers are set up: what relies on byte order must say so.
        await PostgresPrograms.RunAsync(
            "initdb", "-D", Data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"""

            listen_addresses = ''
            unix_socket_directories = '{_folder}'
            max_connections = 300
            shared_buffers = 64MB
            {(_durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off")}

            """);
        await StartServerAsync();
        await SqlAsync($"create role {Role} login");
    }

    // Waits for the end of its input, which comes when this process closes it or is gone, even by kill -9; then clears up. What is sent to the whole group (Ctrl-C) passes it by.
    private void Watch()
    {
        const string script = """trap '' HUP INT TERM; while read -r _; do :; done; "$0" stop -s -m immediate -D "$1/data" 2>/dev/null; rm -rf "$1" """;
        var command = PostgresPrograms.AsUser("sh", "-c", script, PostgresPrograms.Named("pg_ctl"), _folder);
        _watch = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = "/" })!;
    }
}
