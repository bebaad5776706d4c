using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Testing;

/// <summary>Reads pages as a browser would.</summary>
public static class Html
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Gets a page that must be there.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string url)
    {
        using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? Parser.ParseDocument(text) : throw new InvalidOperationException($"{url}: {(int)response.StatusCode}\n{text}");
    }

    public static IHtmlDocument Parse(string html) => Parser.ParseDocument(html);

    /// <summary>The text of an element with blanks run together.</summary>
    public static string Words(this IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
