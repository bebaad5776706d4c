using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Items;

/// <summary>Reads an item for a page that was made for its kind.</summary>
public sealed class ItemReader(
    ArticleReader articles, PlainFields fields, PlainGroups groups, Connections connections, ContentStore store, ContentDefinitionStore definitions, TaxonomyCatalog taxonomies)
{
    public async Task<ItemView> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var article = await articles.OfAsync(session, item, cancellationToken);
        var view = new ItemView { Article = article, TypeName = item.ContentType, State = ItemState.Of(item) };
        if (known.Type(item.ContentType) is not { } type)
        {
            // Its definition was deleted: without it nothing says what its fields mean.
            return view;
        }

        var all = ItemFields.Of(item, type, known).ToList();
        var targets = await FieldTargets.ReadAsync(session, store, all, article.Language, cancellationToken);
        var catalog = await taxonomies.GetAsync(cancellationToken);
        var own = known.FieldsOf(type).Zip(all, (placed, field) => (placed, field)).Where(pair => pair.placed.PartName == item.ContentType).Select(pair => pair.field).ToList();
        return view with
        {
            TypeName = type.DisplayName,
            Fields = fields.Of(own, targets, catalog),
            Groups = groups.Of(item, type, known, all, targets, catalog),
            Connections = await connections.OfAsync(session, item, own, targets, cancellationToken),
        };
    }
}
