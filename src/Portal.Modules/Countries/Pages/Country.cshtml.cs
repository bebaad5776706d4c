using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Countries.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class CountryModel(IDatabase database, ContentRouter router, CountryReader reader, PlainArticles articles) : ItemPage(articles)
{
    public CountryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        if (item.ContentType != CountryReader.Type)
        {
            return await PlainAsync(session, item, cancellationToken);
        }

        View = await reader.OfAsync(session, item, cancellationToken);
        // What is of the country, and what refers to it, may be of any type.
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            Title = $"{View.Article.Title} – country model",
            ShortTitle = View.Article.Title,
            Crumbs = [new Crumb("Country models", "/country-models")],
        }, View.Article);
        return Page();
    }
}
