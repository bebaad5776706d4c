using System.Diagnostics;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Load;

/// <summary>Keeps a server busy over a few connections and counts its answers.</summary>
internal static class LoadGenerator
{
    public const int Connections = 16;

    public static async Task<LoadResult> RunAsync(ChildProcess server, Uri address, string path, TimeSpan time, CancellationToken cancellationToken)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => KeepAliveConnection.OpenAsync(address, path, cancellationToken)));
        try
        {
            var before = server.Usage()!.ProcessorTime;
            var started = Stopwatch.GetTimestamp();
            var counts = await Task.WhenAll(connections.Select(connection => Task.Run(() => SendAsync(connection, started, time, cancellationToken), cancellationToken)));
            var elapsed = Stopwatch.GetElapsedTime(started);
            return new LoadResult(counts.Sum(), elapsed, server.Usage()!.ProcessorTime - before);
        }
        finally
        {
            foreach (var connection in connections)
            {
                connection.Dispose();
            }
        }
    }

    private static async Task<int> SendAsync(KeepAliveConnection connection, long started, TimeSpan time, CancellationToken cancellationToken)
    {
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            await connection.SendAsync(cancellationToken);
            count++;
        }

        return count;
    }
}

/// <param name="Requests">Answers read to the end.</param>
/// <param name="Time">How long it took.</param>
/// <param name="ServerTime">Processor time that the server used for them.</param>
internal sealed record LoadResult(int Requests, TimeSpan Time, TimeSpan ServerTime)
{
    public double PerSecond => Requests / Time.TotalSeconds;

    public double MicrosecondsEach => ServerTime.TotalMicroseconds / Requests;
}
