using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Shared.Items;

/// <summary>The page of an item of one kind, which stands under the kind's list.</summary>
public abstract class KindPage(IDatabase database, ContentRouter router, ItemReader reader, PlainArticles articles) : ItemPage(database, router, articles)
{
    public ItemView View { get; private set; } = null!;

    protected abstract ListKind Kind { get; }

    protected override async Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != Kind.Type)
        {
            return false;
        }

        View = await reader.OfAsync(session, item, cancellationToken);
        await ReadAsync(session, item, cancellationToken);
        // Any item may refer to this one, or be the nearest to it, from now on.
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            Title = $"{View.Article.Title} – {View.TypeName.ToLowerInvariant()}",
            ShortTitle = View.Article.Title,
            Crumbs = [new Crumb(Kind.Title, Kind.Path)],
            Facts = Facts(),
        }, View.Article);
        return true;
    }

    /// <summary>More of the item in the words of schema.org, by property.</summary>
    protected virtual IReadOnlyDictionary<string, JsonNode?> Facts() => ReadOnlyDictionary<string, JsonNode?>.Empty;

    /// <summary>What the page shows besides.</summary>
    protected virtual Task ReadAsync(DbSession session, ContentItem item, CancellationToken cancellationToken) => Task.CompletedTask;
}
