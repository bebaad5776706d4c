using System.Text.Json;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Figures;

/// <summary>What a first visit of a page cost, as the browser's own tools count it.</summary>
internal sealed class Visit
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _bytes = new(StringComparer.Ordinal);

    private Visit()
    {
    }

    /// <summary>Address and encoded bytes, headers and all, of each request.</summary>
    public IReadOnlyList<(string Address, double Bytes)> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _addresses.Select(request => (request.Value, _bytes.GetValueOrDefault(request.Key)))];
            }
        }
    }

    public double Bytes => Requests.Sum(request => request.Bytes);

    public static async Task<Visit> BeginAsync(IPage page)
    {
        var visit = new Visit();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) => visit.Sent(e!.Value);
        session.Event("Network.loadingFinished").OnEvent += (_, e) => visit.Finished(e!.Value);
        await session.SendAsync("Network.enable");
        return visit;
    }

    public override string ToString()
        => $"{Bytes:N0} bytes in {Requests.Count} requests:\n{string.Join('\n', Requests.Select(request => $"{request.Bytes,10:N0} {request.Address}"))}";

    private void Sent(JsonElement e)
    {
        var address = e.GetProperty("request").GetProperty("url").GetString()!;
        if (!address.StartsWith("data:", StringComparison.Ordinal))
        {
            lock (_lock)
            {
                _addresses[e.GetProperty("requestId").GetString()!] = address;
            }
        }
    }

    private void Finished(JsonElement e)
    {
        lock (_lock)
        {
            _bytes[e.GetProperty("requestId").GetString()!] = e.GetProperty("encodedDataLength").GetDouble();
        }
    }
}
