using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Training.Reading;

namespace Portal.Modules.Training.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class LessonModel(IDatabase database, ContentRouter router, LessonReader reader, PlainArticles articles) : ItemPage(articles)
{
    public LessonView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        if (item.ContentType != LessonReader.LessonType || await reader.LessonAsync(session, item, cancellationToken) is not { } view)
        {
            return await PlainAsync(session, item, cancellationToken);
        }

        View = view;
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            Title = view.Item.Article.Title,
            ShortTitle = $"Lesson {view.Number}",
            Crumbs = [new Crumb(TrainingList.Kind.Title, TrainingList.Kind.Path), view.Module],
        }, view.Item.Article);
        return Page();
    }
}
