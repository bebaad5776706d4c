using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;

namespace Portal.Modules.Site;

/// <summary>Atom feeds (RFC 4287) of the lists: what was published or changed last, newest first.</summary>
internal static class Feeds
{
    /// <summary>Entries that a feed has at most.</summary>
    public const int Size = 50;
    private static readonly XNamespace Namespace = "http://www.w3.org/2005/Atom";

    private static readonly Dictionary<string, (string Type, string Title)> Lists = new(StringComparer.Ordinal)
    {
        ["handbooks"] = ("Handbook", "Handbooks"),
        ["country-models"] = ("CountryModel", "Country models"),
        ["glossary"] = ("GlossaryTerm", "Glossary"),
        ["practices"] = ("Practice", "Practices"),
        ["organisations"] = ("Organisation", "Organisations"),
        ["approaches"] = ("Approach", "Approaches"),
        ["recommendations"] = ("Recommendation", "Recommendations"),
        ["standards"] = ("Standard", "Standards"),
        ["training"] = ("TrainingModule", "Training"),
    };

    /// <summary>Their addresses.</summary>
    public static IEnumerable<string> Paths => Lists.Keys.Select(list => $"/feeds/{list}.atom");

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/feeds/{list}.atom", FeedAsync).ExcludeFromDescription();

    private static async Task<IResult> FeedAsync(
        string list, HttpRequest request, IDatabase database, ContentStore store, SiteSettingsStore settings, CancellationToken cancellationToken)
    {
        if (!Lists.TryGetValue(list, out var known))
        {
            return Results.NotFound();
        }

        var site = await settings.GetAsync(cancellationToken);
        var root = site.Root(request);
        await using var session = await database.ReadAsync(cancellationToken);
        var items = await store.ReadAsync(
            session,
            "join content_path p on p.version_id = i.version_id where i.type = @type and i.published = 1 order by i.modified_utc desc nulls last, i.item_id limit @Size",
            new { type = known.Type, Size },
            cancellationToken);

        return Answer(list, known.Title, $"/feeds/{list}.atom", $"/{list}", items, site, root);
    }

    /// <param name="id">What the feed is known by, for ever.</param>
    /// <param name="title">What it is of.</param>
    /// <param name="path">Its own address.</param>
    /// <param name="page">The page that lists the same.</param>
    /// <param name="items">What it holds, in order.</param>
    /// <param name="site">Whose it is.</param>
    /// <param name="root">Scheme and host.</param>
    internal static IResult Answer(string id, string title, string path, string page, IReadOnlyList<ContentItem> items, SiteSettings site, string root)
    {
        var feed = new XElement(
            Namespace + "feed",
            // Not an address: readers would take the feed for another one when the host changes.
            new XElement(Namespace + "id", $"urn:portal:feed:{id}"),
            new XElement(Namespace + "title", $"{title} – {site.SiteName}"),
            new XElement(Namespace + "updated", Date(items.Count > 0 ? items[0].ModifiedUtc : null)),
            Link("self", root + path),
            Link("alternate", root + page),
            items.Select(item => Entry(item, root, site.SiteName)));
        return Xml.Result(feed, "application/atom+xml");
    }

    private static XElement Entry(ContentItem item, string root, string siteName)
    {
        var url = root + LocalAddress.Of(item.Part<AutoroutePart>().Path ?? "");
        return new XElement(
            Namespace + "entry",
            // Ids are for ever; the address may change.
            new XElement(Namespace + "id", $"urn:portal:{item.ContentItemId}"),
            new XElement(Namespace + "title", item.DisplayText),
            new XElement(Namespace + "published", Date(item.PublishedUtc)),
            new XElement(Namespace + "updated", Date(item.ModifiedUtc)),
            new XElement(Namespace + "author", new XElement(Namespace + "name", item.Author is null or "system" ? siteName : item.Author)),
            Link("alternate", url),
            (string?)item.Field("Summary")?["Text"] is { } summary ? new XElement(Namespace + "summary", summary) : null);
    }

    private static XElement Link(string relation, string url) => new(Namespace + "link", new XAttribute("rel", relation), new XAttribute("href", url));

    private static string Date(DateTime? utc) => (utc ?? DateTime.UnixEpoch).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
