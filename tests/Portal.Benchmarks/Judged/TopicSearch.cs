using System.Text.Json;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Judged;

/// <summary>Asks a site's search as any program would.</summary>
internal static class TopicSearch
{
    private const int PageSize = 100;

    /// <summary>What a server is started with to be asked many questions in a row.</summary>
    public const string Unlimited = "--Portal:Search:RequestsPerMinute=100000000";

    /// <summary>The addresses of the hits, best first, at most <paramref name="depth"/>.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(PortalServer server, string query, string? language, int depth, CancellationToken cancellationToken)
    {
        var addresses = new List<string>();
        for (var page = 1; addresses.Count < depth; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/search?q={Uri.EscapeDataString(query)}&size={PageSize}&page={page}");
            request.Headers.Add("Accept-Encoding", "identity");
            if (language is not null)
            {
                request.Headers.Add("Accept-Language", language);
            }

            using var response = await server.Client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"The search answered {(int)response.StatusCode} to '{query}', page {page}: {body}");
            }

            using var json = JsonDocument.Parse(body);
            var hits = json.RootElement.GetProperty("hits");
            addresses.AddRange(hits.EnumerateArray().Select(hit => hit.GetProperty("url").GetString()!));
            if (hits.GetArrayLength() < PageSize)
            {
                break;
            }
        }

        return [.. addresses.Take(depth)];
    }
}
