using System.Diagnostics;
using System.Globalization;

namespace Portal.Testing;

/// <summary>PostgreSQL's own programs, run as the user that they ask for: they refuse to run as root.</summary>
internal static class PostgresPrograms
{
    private const string User = "postgres";

    private static readonly string[] Needed = ["initdb", "pg_ctl", "psql"];

    private static readonly string? Folder = Find();

    /// <summary>Why there is no PostgreSQL; null when there is one.</summary>
    public static string? Missing { get; } = OperatingSystem.IsWindows()
        ? "PostgreSQL is started for tests where there are Unix sockets only."
        : Folder is null ? $"PostgreSQL is not installed: neither /usr/lib/postgresql nor the PATH has {string.Join(", ", Needed)}."
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv") ? "PostgreSQL does not run as root, and there is no setpriv to run it as another user."
        : null;

    /// <summary>A program's full name.</summary>
    public static string Named(string name) => Path.Combine(Folder!, name);

    /// <summary>Gives a folder to the user that the programs run as.</summary>
    public static async Task OwnAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await ExecuteAsync("chown", [User, folder]);
        }
    }

    /// <summary>A command line that runs as that user.</summary>
    public static string[] AsUser(params string[] command)
        => Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", .. command] : command;

    /// <summary>Runs one of the programs to its end, and gives what it said.</summary>
    public static Task<string> RunAsync(string name, params string[] arguments)
    {
        var command = AsUser([Named(name), .. arguments]);
        return ExecuteAsync(command[0], command[1..]);
    }

    private static async Task<string> ExecuteAsync(string program, IReadOnlyList<string> arguments)
    {
        // The working folder may be one that the other user must not enter.
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await error}{output}");
    }

    // The newest that Debian has put in its place, else what the PATH finds.
    private static string? Find()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions
            .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(folder => Needed.All(name => File.Exists(Path.Combine(folder, name))));
    }
}
