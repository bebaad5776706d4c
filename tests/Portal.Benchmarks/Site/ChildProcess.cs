using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Portal.Benchmarks.Site;

/// <summary>A process that was started to be measured. It ends with this object, or with the program.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _output = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _errors = Channel.CreateUnbounded<string>();

    private ChildProcess(Process process)
    {
        _process = process;
        AppDomain.CurrentDomain.ProcessExit += EndNow;
        _ = CopyAsync(process.StandardOutput, _output.Writer);
        _ = CopyAsync(process.StandardError, _errors.Writer);
    }

    /// <summary>Runs a program of .NET.</summary>
    public static ChildProcess Start(string assembly, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>The first line that holds the text.</summary>
    public async Task<string> LineAsync(string holding, CancellationToken cancellationToken)
    {
        await foreach (var line in _output.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.Contains(holding, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The process ended before it said '{holding}'. {await ErrorsAsync(cancellationToken)}");
    }

    /// <summary>What it has used so far; null once it has ended.</summary>
    public ProcessUsage? Usage()
    {
        try
        {
            _process.Refresh();
            return new ProcessUsage(_process.TotalProcessorTime, _process.WorkingSet64, _process.PeakWorkingSet64, PrivateMemory()) is { PeakWorkingSet: > 0 } usage ? usage : null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for its end, which must be a good one.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', _process.StartInfo.ArgumentList)}' ended with {_process.ExitCode}. {await ErrorsAsync(cancellationToken)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndNow;
        EndNow(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Linux says which part of the working set is mapped files; elsewhere the whole is taken.
    private long PrivateMemory()
    {
        var status = $"/proc/{_process.Id}/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)) : null;
        return line is null ? _process.WorkingSet64 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private static async Task CopyAsync(StreamReader from, ChannelWriter<string> to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            to.TryWrite(line);
        }

        to.Complete();
    }

    private async Task<string> ErrorsAsync(CancellationToken cancellationToken)
        => string.Join('\n', await _errors.Reader.ReadAllAsync(cancellationToken).Take(20).ToListAsync(cancellationToken));

    private void EndNow(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }
}

/// <param name="ProcessorTime">Of user and system, on all cores.</param>
/// <param name="WorkingSet">Bytes in memory.</param>
/// <param name="PeakWorkingSet">The most bytes it ever had in memory.</param>
/// <param name="PrivateMemory">Bytes in memory that no file backs.</param>
internal sealed record ProcessUsage(TimeSpan ProcessorTime, long WorkingSet, long PeakWorkingSet, long PrivateMemory);
