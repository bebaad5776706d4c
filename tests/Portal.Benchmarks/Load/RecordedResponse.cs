using System.Text.Json;

namespace Portal.Benchmarks.Load;

/// <summary>An answer of the portal, for the bare server to give as well: the same bytes under the same headers.</summary>
internal sealed record RecordedResponse(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    // Kestrel writes these itself.
    private static readonly string[] Own = ["Date", "Content-Length", "Transfer-Encoding"];

    public static async Task<RecordedResponse> RecordAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(path, cancellationToken);
        var headers = response.EnsureSuccessStatusCode().Headers.Concat(response.Content.Headers)
            .Where(header => !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.Ordinal);
        return new RecordedResponse(path, headers, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public static RecordedResponse Read(string file) => JsonSerializer.Deserialize<RecordedResponse>(File.ReadAllBytes(file))!;

    public void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));
}
