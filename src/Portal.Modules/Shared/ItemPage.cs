using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared;

/// <summary>A page of one item. It can always show the plain page: an item may stand at an address whose page was made for another type.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public abstract class ItemPage(IDatabase database, ContentRouter router, PlainArticles articles) : PortalPage
{
    /// <summary>What the template <c>Content</c> shows; null when the page shows the item in its own way.</summary>
    public PlainArticle? Plain { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path.Value ?? "", cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        if (!await ShowAsync(session, item, cancellationToken))
        {
            await ShowPlainAsync(session, item, cancellationToken);
        }

        return Page();
    }

    /// <summary>Reads the item for this page and sets its head; false when it is not of the kind that the page was made for.</summary>
    protected abstract Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken);

    protected async Task<PlainArticle> ShowPlainAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        Plain = await articles.PageOfAsync(session, item, cancellationToken);
        var article = Plain.Article;
        // What it refers to and what stands in it may be of any type: nothing narrower than 'content changed' would be right.
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            // A source and the handbook made from it may bear the same title.
            Title = article.Type == "Page" ? article.Title : $"{article.Title} – {Plain.TypeName.ToLowerInvariant()}",
            ShortTitle = article.Title,
            Crumbs = Plain.Container is { } container ? [container] : [],
        }, article);
        return Plain;
    }
}
