using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Pages;

/// <summary>The page of any item whose type has none of its own.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class ContentModel(IDatabase database, ContentRouter router, PlainArticles articles) : ItemPage(articles)
{
    public async Task<IActionResult> OnGetAsync(string path, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, path, cancellationToken);
        return route is RouteResult.Found { Item: var item } ? await PlainAsync(session, item, cancellationToken) : Elsewhere(route);
    }
}
