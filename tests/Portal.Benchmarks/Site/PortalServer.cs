using System.Diagnostics;
using System.Net;
using System.Xml.Linq;

namespace Portal.Benchmarks.Site;

/// <summary>The published program while it serves.</summary>
internal sealed class PortalServer(ChildProcess process, Uri address, long started) : IAsyncDisposable
{
    public ChildProcess Process => process;

    public Uri Address => address;

    /// <summary>Since its process was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(started);

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = address,
        DefaultRequestHeaders = { { "Accept-Encoding", "br, gzip" } },
    };

    /// <summary>The addresses of all pages, from the site map.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sitemap.xml");
        request.Headers.Add("Accept-Encoding", "identity");
        using var response = await Client.SendAsync(request, cancellationToken);
        var map = XDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
        return [.. map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).AbsolutePath)];
    }

    public async Task<IReadOnlyList<string>> ChaptersAsync(CancellationToken cancellationToken)
        => [.. (await PagesAsync(cancellationToken)).Where(path => path.StartsWith("/handbooks/", StringComparison.Ordinal) && path.Count(c => c == '/') == 3)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await process.DisposeAsync();
    }
}
