using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Articles;

/// <summary>Makes the plain page of an item: its fields in the order of its definition, its body, what it stands in and what stands in it.</summary>
public sealed class PlainArticles(ArticleReader articles, PlainFields fields, ContentStore store, ContentDefinitionStore definitions)
{
    public async Task<PlainArticle> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var article = await articles.OfAsync(session, item, cancellationToken);
        var type = (await definitions.GetAsync(cancellationToken)).Type(item.ContentType);

        // An item without a container stands, for a reader, under the page whose address its own begins with: /about/privacy under /about.
        var containerId = item.Part<ContainedPart>().ListContentItemId ?? "";
        var above = containerId.Length == 0 ? article.Path[1..Math.Max(1, article.Path.LastIndexOf('/'))] : "";
        var family = await store.ReadAsync(
            session,
            """
            left join content_container c on c.version_id = i.version_id
            where i.published = 1 and i.version_id in (
                select version_id from content_container where container_id = @id
                union all select version_id from content_item where item_id = @containerId and published = 1
                union all select version_id from content_path where path = @above and published = 1)
            order by c.position, i.item_id
            """,
            new { id = item.ContentItemId, containerId, above },
            cancellationToken);
        var contained = family.Where(other => other.Part<ContainedPart>().ListContentItemId == item.ContentItemId).ToList();
        var container = family.Except(contained).FirstOrDefault();
        return new PlainArticle(
            article,
            type?.DisplayName ?? item.ContentType,
            await fields.OfAsync(session, item, cancellationToken),
            container is null ? null : Link(container),
            [.. contained.Select(Link)]);
    }

    private static Crumb Link(ContentItem item) => new(item.Title(), item.Path());
}

/// <param name="TypeName">What the type is called on the screen.</param>
/// <param name="Fields">Those that have a value.</param>
/// <param name="Container">What the item stands in.</param>
/// <param name="Contained">What stands in it, in order.</param>
public sealed record PlainArticle(Article Article, string TypeName, IReadOnlyList<PlainField> Fields, Crumb? Container, IReadOnlyList<Crumb> Contained);
