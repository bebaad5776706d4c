using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Articles;

/// <summary>Makes the plain page of an item: its fields in the order of its definition, its body, what it stands in and what stands in it.</summary>
public sealed class PlainArticles(ArticleReader articles, ContentStore store, ContentDefinitionStore definitions, FieldKinds kinds)
{
    private const string Picker = "ContentPickerField";

    public async Task<PlainArticle> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var article = await articles.OfAsync(session, item, cancellationToken);
        var type = (await definitions.GetAsync(cancellationToken)).Type(item.ContentType);
        var family = await store.ReadAsync(
            session,
            """
            left join content_container c on c.version_id = i.version_id
            where i.published = 1 and (c.container_id = @id or i.item_id = @container) order by c.position, i.item_id
            """,
            new { id = item.ContentItemId, container = item.Part<ContainedPart>().ListContentItemId ?? "" },
            cancellationToken);
        var container = family.FirstOrDefault(other => other.ContentItemId == item.Part<ContainedPart>().ListContentItemId);
        return new PlainArticle(
            article,
            type?.DisplayName ?? item.ContentType,
            await FieldsAsync(session, item, cancellationToken),
            container is null ? null : Link(container),
            [.. family.Where(other => other != container).Select(Link)]);
    }

    private async Task<IReadOnlyList<PlainField>> FieldsAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        if (known.Type(item.ContentType) is not { } type)
        {
            return [];
        }

        // The summary, the terms and the sources have their own place on every page.
        var fields = known.FieldsOf(type)
            .Where(placed => placed.PartName != ArticleReader.Citations && placed.Field.FieldType != ItemTerms.FieldType && placed.Field.Name != "Summary")
            .ToList();
        var ids = fields.Where(placed => placed.Field.FieldType == Picker).SelectMany(placed => item.References(placed.PartName, placed.Field.Name)).Distinct().ToList();
        var targets = (await store.PublishedAsync(session, ids, cancellationToken)).ToDictionary(target => target.ContentItemId, Link, StringComparer.Ordinal);

        return [.. from placed in fields
                   let json = item.Field(placed.PartName, placed.Field.Name)
                   where json is not null
                   let links = placed.Field.FieldType == Picker
                       ? item.References(placed.PartName, placed.Field.Name).Where(targets.ContainsKey).Select(id => targets[id]).ToList()
                       : []
                   let text = placed.Field.FieldType == Picker ? "" : kinds.Text(placed.Field, json)
                   where links.Count > 0 || text.Length > 0
                   select new PlainField(placed.Field.DisplayName, text, links)];
    }

    private static Crumb Link(ContentItem item) => new(item.Title(), item.Path());
}

/// <param name="TypeName">What the type is called on the screen.</param>
/// <param name="Fields">Those that have a value.</param>
/// <param name="Container">What the item stands in.</param>
/// <param name="Contained">What stands in it, in order.</param>
public sealed record PlainArticle(Article Article, string TypeName, IReadOnlyList<PlainField> Fields, Crumb? Container, IReadOnlyList<Crumb> Contained);

/// <param name="Text">Plain; several values are parted by line breaks.</param>
/// <param name="Links">For a field that refers to other items, as they stand today.</param>
public sealed record PlainField(string Label, string Text, IReadOnlyList<Crumb> Links);
