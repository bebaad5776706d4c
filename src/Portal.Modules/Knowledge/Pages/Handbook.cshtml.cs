using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;
using Portal.Modules.Shared.Machines;

namespace Portal.Modules.Knowledge.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class HandbookModel(IDatabase database, ContentRouter router, HandbookReader reader, PlainArticles articles) : ItemPage(articles)
{
    public HandbookView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        if (item.ContentType != HandbookReader.HandbookType)
        {
            return await PlainAsync(session, item, cancellationToken);
        }

        View = await reader.HandbookAsync(session, item, cancellationToken);
        DependOn(ChangeFeed.Type(HandbookReader.ChapterType), item.ContentItemId, Glossary.Tag, ChangeFeed.Type("Source"), ChangeFeed.Type("Taxonomy"));
        DependOn(Connections.Tags);
        SetHead(new PageHead
        {
            Title = View.Article.Title,
            Crumbs = [new Crumb("Handbooks", "/handbooks")],
            Parts = [.. View.Chapters.Select(chapter => new SchemaPart("Chapter", chapter.Title, chapter.Path, View.IsProcedure ? chapter.Step : null))],
        }, View.Article);
        return Page();
    }
}
