using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Pages;

/// <summary>The page of any item whose type has none of its own.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class ContentModel(IDatabase database, ContentRouter router, PlainArticles articles) : PortalPage
{
    public PlainArticle View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        View = await articles.OfAsync(session, item, cancellationToken);
        // What it refers to and what stands in it may be of any type: nothing narrower than 'content changed' would be right.
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            // A source and the handbook made from it may bear the same title.
            Title = View.Article.Type == "Page" ? View.Article.Title : $"{View.Article.Title} – {View.TypeName.ToLowerInvariant()}",
            ShortTitle = View.Article.Title,
            Crumbs = View.Container is { } container ? [container] : [],
        }, View.Article);
        return Page();
    }
}
