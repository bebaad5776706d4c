using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Portal.Testing;

/// <summary>The built host as a process of its own. It is killed when the test leaves it behind.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly string Runtime = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private const string DataKey = "--Portal:DataPath=";

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private HostProcess(Process process)
    {
        _process = process;
        _output = ReadOutputAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static HostProcess Start(params IEnumerable<string> args) => StartIn([], args);

    /// <summary>Starts with variables of the environment, which stand as <c>NAME=value</c>.</summary>
    public static HostProcess StartIn(IEnumerable<string> environment, params IEnumerable<string> args)
        => StartAs(Runtime, [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. args], environment);

    /// <summary>Starts where no file may grow beyond a size: the nearest that a test comes to a full disk. Only where there is a POSIX shell.</summary>
    public static HostProcess StartWithSmallFiles(int kilobytes, params IEnumerable<string> args) => StartAs(
        "bash",
        ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"", Runtime, Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. args],
        // The runtime would otherwise map its code by a file, which is greater.
        ["DOTNET_EnableWriteXorExecute=0"]);

    private static HostProcess StartAs(string program, IReadOnlyList<string> args, IEnumerable<string> environment)
    {
        // A test that names the database itself is left alone.
        var folder = args.Any(arg => arg.StartsWith("--Portal:Database:", StringComparison.Ordinal))
            ? null : args.Zip(args.Skip(1).Append(""), (arg, next) => arg == DataKey.TrimEnd('=') ? next : arg.StartsWith(DataKey, StringComparison.Ordinal) ? arg[DataKey.Length..] : null).FirstOrDefault(found => found is not null);
        var start = new ProcessStartInfo(program, [.. args, .. string.IsNullOrEmpty(folder) ? [] : TestDatabase.Settings(folder)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsConfiguration).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var variable in environment.Select(text => text.Split('=', 2)))
        {
            start.Environment[variable[0]] = variable[1];
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Starts to serve the folder on a free port, and waits until it does. Returns its address too.</summary>
    public static Task<(HostProcess Host, Uri Address)> ServeAsync(string folder, CancellationToken cancellationToken, params IEnumerable<string> settings)
        => ServeInAsync([], folder, cancellationToken, settings);

    /// <summary>The same, with variables of the environment.</summary>
    public static async Task<(HostProcess Host, Uri Address)> ServeInAsync(
        IEnumerable<string> environment, string folder, CancellationToken cancellationToken, params IEnumerable<string> settings)
    {
        var host = StartIn(environment, [Data(folder), "--urls=http://127.0.0.1:0", .. settings]);
        var line = await host.LineAsync(text => text.Contains(" is at ", StringComparison.Ordinal), cancellationToken);
        return (host, new Uri(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')));
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<HostResult> RunAsync(CancellationToken cancellationToken, params IEnumerable<string> args)
    {
        await using var host = Start(args);
        return await host.EndAsync(cancellationToken);
    }

    /// <summary>The argument that names the data folder.</summary>
    public static string Data(string folder) => DataKey + folder;

    /// <summary>Waits for a line of output.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(cancellationToken))
        {
            if (wanted(line))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The host ended without the line.\n{await _output}\n{await _error}");
    }

    public async Task<HostResult> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return new HostResult(_process.ExitCode, await _output, await _error);
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<string> ReadOutputAsync()
    {
        var all = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            all.Add(line);
            await _lines.Writer.WriteAsync(line);
        }

        _lines.Writer.Complete();
        return string.Join('\n', all);
    }

    private static bool IsConfiguration(string name)
        => name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Portal__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)
            || name is "DOTNET_ENVIRONMENT" or "URLS" or "HTTP_PORTS";
}

public sealed record HostResult(int Code, string Output, string Error);
