using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Shared.Items;

/// <summary>The page of an item of one kind, which stands under the kind's list.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public abstract class KindPage(IDatabase database, ContentRouter router, ItemReader reader, PlainArticles articles) : ItemPage(articles)
{
    public ItemView View { get; private set; } = null!;

    protected abstract ListKind Kind { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        if (item.ContentType != Kind.Type)
        {
            return await PlainAsync(session, item, cancellationToken);
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
        }, View.Article);
        return Page();
    }

    /// <summary>What the page shows besides.</summary>
    protected virtual Task ReadAsync(DbSession session, ContentItem item, CancellationToken cancellationToken) => Task.CompletedTask;
}
