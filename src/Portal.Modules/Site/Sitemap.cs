using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;

namespace Portal.Modules.Site;

/// <summary>The site's map for search engines (sitemaps.org 0.9), and what they are asked to leave alone.</summary>
internal static class Sitemap
{
    // The protocol allows 50,000 addresses a file.
    private const int MaxAddresses = 50_000;
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sitemap.xml", MapAsync).ExcludeFromDescription();
        endpoints.MapGet("/robots.txt", RobotsAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> MapAsync(
        HttpRequest request, IDatabase database, SiteSettingsStore settings, SitePages pages, CancellationToken cancellationToken)
    {
        var root = (await settings.GetAsync(cancellationToken)).Root(request);
        await using var session = await database.ReadAsync(cancellationToken);
        var rows = await session.QueryAsync<Row>(
            """
            select p.path as Path, i.modified_utc as ModifiedUtc, s.priority as Priority, s.change_frequency as ChangeFrequency
            from content_path p join content_item i on i.version_id = p.version_id left join content_sitemap s on s.version_id = p.version_id
            where i.published = 1 and coalesce(s.excluded, 0) = 0 order by p.path limit @limit
            """,
            new { limit = MaxAddresses - pages.Listed.Count },
            cancellationToken);

        var lists = pages.Listed.Select(path => Entry(root + path, new Row()));
        var items = rows.Select(row => Entry(root + LocalAddress.Of(row.Path), row));
        return Xml.Result(new XElement(Namespace + "urlset", lists.Concat(items)), "application/xml");
    }

    private static async Task<IResult> RobotsAsync(HttpRequest request, SiteSettingsStore settings, CancellationToken cancellationToken)
    {
        var root = (await settings.GetAsync(cancellationToken)).Root(request);
        return Results.Text($"User-agent: *\nDisallow: /search\nDisallow: /api/\nDisallow: /pdf/\n\nSitemap: {root}/sitemap.xml\n", "text/plain");
    }

    private static XElement Entry(string url, Row row) => new(
        Namespace + "url",
        new XElement(Namespace + "loc", url),
        UtcText.Read(row.ModifiedUtc) is { } date ? new XElement(Namespace + "lastmod", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        row.ChangeFrequency is null ? null : new XElement(Namespace + "changefreq", row.ChangeFrequency),
        row.Priority is null ? null : new XElement(Namespace + "priority", row.Priority));

    private sealed record Row
    {
        public string Path { get; init; } = "";
        public string? ModifiedUtc { get; init; }
        public string? Priority { get; init; }
        public string? ChangeFrequency { get; init; }
    }
}
