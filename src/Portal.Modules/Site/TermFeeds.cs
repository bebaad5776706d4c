using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;

namespace Portal.Modules.Site;

/// <summary>
/// Atom feeds of a topic, a country or any other term: <c>/feeds/{taxonomy}/{term}.atom</c>, with the names that searches have. Of all kinds, what
/// was published or changed last first; a term has what stands under its narrower ones too.
/// </summary>
internal static class TermFeeds
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/feeds/{taxonomy}/{term}.atom", FeedAsync).ExcludeFromDescription();

    private static async Task<IResult> FeedAsync(
        string taxonomy, string term, HttpRequest request, IDatabase database, ContentStore store, TaxonomyCatalog catalog, SiteSettingsStore settings, CancellationToken cancellationToken)
    {
        if ((await catalog.GetAsync(cancellationToken)).ByName(taxonomy) is not { } known || known.BySlug(term) is not { } wanted)
        {
            return Results.NotFound();
        }

        await using var session = await database.ReadAsync(cancellationToken);
        var items = await store.ReadAsync(
            session,
            """
            join content_path p on p.version_id = i.version_id
            where i.published = 1 and i.version_id in (select version_id from content_term where taxonomy = @taxonomy and term = @term)
            order by i.modified_utc desc nulls last, i.item_id limit @Size
            """,
            new { taxonomy = known.Name, term = wanted.Slug, Feeds.Size },
            cancellationToken);
        var site = await settings.GetAsync(cancellationToken);
        return Feeds.Answer($"{known.Name}:{wanted.Slug}", $"{known.Title}: {wanted.Title}", $"/feeds/{known.Name}/{wanted.Slug}.atom", $"/search?{known.Name}={wanted.Slug}", items, site, site.Root(request));
    }
}
