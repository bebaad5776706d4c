using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Portal.Testing;

/// <summary>What tests ask of a running application, by addresses without a host.</summary>
public static class Requests
{
    /// <summary>Sends a request whose answer the test looks at whole; a header stands as <c>Name: value</c>.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this PortalApplication app, HttpMethod method, string url, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }

        return await app.Client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> GetAsync(this PortalApplication app, string url, params string[] headers) => app.SendAsync(HttpMethod.Get, url, headers);

    public static async Task<HttpStatusCode> StatusAsync(this PortalApplication app, string url)
    {
        using var response = await app.GetAsync(url);
        return response.StatusCode;
    }

    /// <summary>The text of what must be there.</summary>
    public static Task<string> TextAsync(this PortalApplication app, string url) => app.Client.GetStringAsync(new Uri(url, UriKind.Relative));

    public static async Task<JsonObject> JsonAsync(this PortalApplication app, string url) => JsonNode.Parse(await app.TextAsync(url))!.AsObject();

    public static async Task<XElement> XmlAsync(this PortalApplication app, string url) => XElement.Parse(await app.TextAsync(url));

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response)
        => (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!.AsObject();

    /// <summary>A header's values in one line; empty when it is not there.</summary>
    public static string Header(this HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    public static IReadOnlyList<string> Names(this JsonNode? json) => [.. json!.AsObject().Select(property => property.Key)];

    public static JsonValueKind Kind(this JsonNode? json) => json?.GetValueKind() ?? JsonValueKind.Null;
}
