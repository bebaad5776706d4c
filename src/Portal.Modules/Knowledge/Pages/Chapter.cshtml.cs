using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Knowledge.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class ChapterModel(IDatabase database, ContentRouter router, HandbookReader reader, PlainArticles articles) : ItemPage(articles)
{
    public ChapterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        if (item.ContentType != HandbookReader.ChapterType || await reader.ChapterAsync(session, item, cancellationToken) is not { } view)
        {
            return await PlainAsync(session, item, cancellationToken);
        }

        View = view;
        DependOn(ChangeFeed.Type(HandbookReader.ChapterType), view.Handbook.ItemId, Glossary.Tag, ChangeFeed.Type("Source"), ChangeFeed.Type("Taxonomy"));
        DependOn(Connections.Tags);
        SetHead(new PageHead
        {
            Title = view.Article.Title,
            Crumbs = [new Crumb("Handbooks", "/handbooks"), new Crumb(view.Handbook.Title, view.Handbook.Path)],
            ShortTitle = view.Step is { } step ? $"Step {step}" : null,
        }, view.Article);
        return Page();
    }
}
