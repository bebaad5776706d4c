using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Shared.Articles;

/// <summary>Makes the plain page of an item: its fields in the order of its definition, its body, what lives inside it, what it stands in and what stands in it.</summary>
public sealed class PlainArticles(
    ArticleReader articles, PlainFields fields, PlainGroups groups, Connections connections, ContentStore store, ContentDefinitionStore definitions, TaxonomyCatalog taxonomies)
{
    /// <summary>With what refers to it and what is like it.</summary>
    public async Task<PlainArticle> PageOfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
        => await OfAsync(session, item, cancellationToken) with { Connections = await connections.AroundAsync(session, item, cancellationToken) };

    public async Task<PlainArticle> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var article = await articles.OfAsync(session, item, cancellationToken);
        var known = await definitions.GetAsync(cancellationToken);
        var type = known.Type(item.ContentType);

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
        var plain = new PlainArticle(article, type?.DisplayName ?? item.ContentType, [], [], container is null ? null : Link(container), [.. contained.Select(Link)]);
        return type is null ? plain : await WithFieldsAsync(plain, session, item, type, known, cancellationToken);
    }

    private async Task<PlainArticle> WithFieldsAsync(
        PlainArticle plain, DbSession session, ContentItem item, ContentTypeDefinition type, ContentDefinitions known, CancellationToken cancellationToken)
    {
        var all = ItemFields.Of(item, type, known).ToList();
        var targets = await FieldTargets.ReadAsync(session, store, all, plain.Article.Language, cancellationToken);
        var catalog = await taxonomies.GetAsync(cancellationToken);

        // The item's own come first; its summary, its terms and its sources have their own place on every page.
        var own = known.FieldsOf(type).Zip(all, (placed, field) => (placed, field))
            .Where(pair => pair.placed.PartName != ArticleReader.Citations && pair.placed.Field.FieldType != ItemTerms.FieldType && pair.placed.Field.Name != "Summary")
            .Select(pair => pair.field);
        return plain with { Fields = fields.Of(own, targets, catalog), Groups = groups.Of(item, type, known, all, targets, catalog) };
    }

    private static Crumb Link(ContentItem item) => new(item.Title(), item.Path());
}

/// <param name="TypeName">What the type is called on the screen.</param>
/// <param name="Fields">Those that have a value.</param>
/// <param name="Groups">What lives inside it.</param>
/// <param name="Container">What the item stands in.</param>
/// <param name="Contained">What stands in it, in order.</param>
public sealed record PlainArticle(Article Article, string TypeName, IReadOnlyList<PlainField> Fields, IReadOnlyList<PlainGroup> Groups, Crumb? Container, IReadOnlyList<Crumb> Contained)
{
    /// <summary>What refers to it, and what is like it.</summary>
    public ConnectionsView Connections { get; init; } = new([], [], []);
}
