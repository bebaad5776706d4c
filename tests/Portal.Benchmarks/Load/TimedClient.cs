using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Load;

/// <summary>Asks for a page and reads from its <c>Server-Timing</c> how long the server took and how many queries it sent.</summary>
internal static partial class TimedClient
{
    public static Task<TimedAnswer> GetTimedAsync(this HttpClient client, string path, CancellationToken cancellationToken)
        => SendTimedAsync(client, new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    /// <summary>As a reader who may see more than others: such a page is neither taken from the cache nor kept in it.</summary>
    public static Task<TimedAnswer> GetUncachedAsync(this HttpClient client, string path, CancellationToken cancellationToken)
        => SendTimedAsync(client, new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("none") } }, cancellationToken);

    private static async Task<TimedAnswer> SendTimedAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri;
        var started = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, cancellationToken);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var timing = Timing().Match(string.Join(',', response.Headers.GetValues("Server-Timing")));
        return timing.Success
            ? new TimedAnswer(Number(timing.Groups["time"]), (int)Number(timing.Groups["queries"]), elapsed.TotalMilliseconds, response.Headers.Age is not null, body)
            : throw new InvalidOperationException($"The Server-Timing of {path} cannot be read.");
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("app;dur=(?<time>[0-9.]+), db;desc=\"(?<queries>[0-9]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Timing();
}

/// <param name="Milliseconds">Of the server.</param>
/// <param name="Queries">That the server sent to its database.</param>
/// <param name="ClientMilliseconds">From sending to the last byte.</param>
/// <param name="Cached">Whether it came from the output cache.</param>
/// <param name="Body">As it was sent, perhaps compressed.</param>
internal sealed record TimedAnswer(double Milliseconds, int Queries, double ClientMilliseconds, bool Cached, byte[] Body);
