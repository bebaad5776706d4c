using AngleSharp.Html.Dom;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

public sealed class LinkTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    // A page is asked for as a reader of the site map, its lists and the home page would get to it.
    [Fact]
    public async Task EveryLinkOfEveryPage_LeadsToAPageAndToAPlaceOnIt()
    {
        var pages = new Dictionary<string, IHtmlDocument?>(StringComparer.Ordinal);
        var open = new Queue<(string From, string Url)>([("", "/")]);
        var wrong = new List<string>();
        while (open.TryDequeue(out var link))
        {
            var (path, anchor) = link.Url.Split('#') is [var before, var after] ? (before, after) : (link.Url, null);
            if (!pages.TryGetValue(path, out var page))
            {
                pages[path] = page = await ReadAsync(path);
                foreach (var next in page is null || path.Contains('?', StringComparison.Ordinal) ? [] : page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
                {
                    open.Enqueue((path, next.StartsWith('#') ? path + next : next));
                }
            }

            if (page is null || (anchor is not null && page.GetElementById(Uri.UnescapeDataString(anchor)) is null))
            {
                wrong.Add($"{link.From}: {link.Url}");
            }
        }

        Assert.Empty(wrong.Distinct());
        Assert.True(pages.Count > 140, $"Only {pages.Count} pages are linked.");
        Assert.Empty(site.App.Log.Warnings);
    }

    // Other sites, searches (whose every filter is a link) and files are not followed, nor PDFs, each of which takes seconds to make.
    private async Task<IHtmlDocument?> ReadAsync(string path)
    {
        if (!path.StartsWith('/') || path.StartsWith("/search", StringComparison.Ordinal) || path.StartsWith("/pdf/", StringComparison.Ordinal))
        {
            return path.StartsWith("http", StringComparison.Ordinal) || path.StartsWith("mailto:", StringComparison.Ordinal) || path.StartsWith('/') ? Html.Parse("") : null;
        }

        using var response = await site.App.GetAsync(path);
        return response.IsSuccessStatusCode ? Html.Parse(await response.Content.ReadAsStringAsync()) : null;
    }
}
