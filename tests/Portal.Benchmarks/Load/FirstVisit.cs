using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;

namespace Portal.Benchmarks.Load;

/// <summary>
/// Loads a page and what it names, as a browser with an empty cache would: styles, scripts, preloads, icons, pictures, and the styles' fonts. A font is
/// counted when its range of characters meets the page's text, whether or not anything on the page is set in it: this is an upper bound.
/// </summary>
internal sealed partial record FirstVisit(IReadOnlyList<LoadedFile> Loaded)
{
    public static async Task<FirstVisit> LoadAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        var page = new Uri(client.BaseAddress!, path);
        var (html, text) = await GetAsync(client, page, "HTML", cancellationToken);
        using var browsing = BrowsingContext.New();
        var document = await browsing.OpenAsync(response => response.Address(page).Content(text), cancellationToken);
        var loaded = new Dictionary<Uri, LoadedFile> { [page] = html };
        foreach (var (address, kind) in Named(document).Distinct())
        {
            var (file, content) = await GetAsync(client, address, kind, cancellationToken);
            loaded[address] = file;
            foreach (var font in kind == "CSS" ? Fonts(address, content, document.Body?.TextContent ?? "") : [])
            {
                loaded[font] = (await GetAsync(client, font, "fonts", cancellationToken)).File;
            }
        }

        return new FirstVisit([.. loaded.Values]);
    }

    private static IEnumerable<(Uri Address, string Kind)> Named(IDocument document)
    {
        foreach (var link in document.QuerySelectorAll("link[href]"))
        {
            var kind = link.GetAttribute("rel") switch
            {
                "stylesheet" => "CSS",
                "icon" => "icon",
                "modulepreload" => "scripts",
                "preload" => link.GetAttribute("as") switch { "font" => "fonts", "style" => "CSS", "script" => "scripts", _ => "others" },
                _ => null,
            };
            if (kind is not null)
            {
                yield return (Absolute(document, link.GetAttribute("href")!), kind);
            }
        }

        foreach (var script in document.QuerySelectorAll("script[src]"))
        {
            yield return (Absolute(document, script.GetAttribute("src")!), "scripts");
        }

        foreach (var picture in document.QuerySelectorAll("img[src]:not([src^='data:'])"))
        {
            yield return (Absolute(document, picture.GetAttribute("src")!), "pictures");
        }
    }

    private static Uri Absolute(IDocument document, string address) => new(new Uri(new Uri(document.BaseUri), address).GetLeftPart(UriPartial.Query));

    private static IEnumerable<Uri> Fonts(Uri style, string css, string text)
        => from Match face in FontFace().Matches(css)
           where Covers(UnicodeRange().Match(face.Value).Groups["ranges"].Value, text)
           let address = FontAddress().Match(face.Value).Groups["address"].Value
           where address.Length > 0 && !address.StartsWith("data:", StringComparison.Ordinal)
           select new Uri(style, address);

    private static bool Covers(string ranges, string text)
        => ranges.Length == 0 || ranges.Split(',').Select(CharacterRange.Parse).Any(range => text.EnumerateRunes().Any(rune => range.Has(rune.Value)));

    private static async Task<(LoadedFile File, string Text)> GetAsync(HttpClient client, Uri address, string kind, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, cancellationToken);
        var bytes = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
        await using var body = new MemoryStream(bytes);
        await using Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return (new LoadedFile(address, kind, bytes.Length), await reader.ReadToEndAsync(cancellationToken));
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex FontFace();

    [GeneratedRegex(@"unicode-range:(?<ranges>[^;}]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex UnicodeRange();

    [GeneratedRegex("""url\(["']?(?<address>[^"')]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex FontAddress();
}

/// <param name="Address">Where it was loaded from.</param>
/// <param name="Kind">What it is, in the words of the table.</param>
/// <param name="Bytes">Of its body as it was sent.</param>
internal sealed record LoadedFile(Uri Address, string Kind, int Bytes);
