using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Pages;

/// <summary>A term by itself, as a plain page that stands in the glossary.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class TermModel(IDatabase database, ContentRouter router, PlainArticles articles, Glossary glossary) : PortalPage
{
    public PlainArticle View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string term, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: { ContentType: Glossary.ContentType } item })
        {
            return Elsewhere(route);
        }

        View = await articles.OfAsync(session, item, cancellationToken);
        DependOn(Glossary.Tag, ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            Title = View.Article.Title,
            Description = (await glossary.GetAsync(cancellationToken)).BySlug(term)?.Definition,
            Crumbs = [new Crumb("Glossary", "/glossary")],
        }, View.Article);
        return Page();
    }
}
