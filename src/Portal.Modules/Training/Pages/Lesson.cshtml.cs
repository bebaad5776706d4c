using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Training.Reading;

namespace Portal.Modules.Training.Pages;

public sealed class LessonModel(IDatabase database, ContentRouter router, LessonReader reader, PlainArticles articles) : ItemPage(database, router, articles)
{
    public LessonView View { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != LessonReader.LessonType || await reader.LessonAsync(session, item, cancellationToken) is not { } view)
        {
            return false;
        }

        View = view;
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            Title = view.Item.Article.Title,
            ShortTitle = $"Lesson {view.Number}",
            Crumbs = [new Crumb(TrainingList.Kind.Title, TrainingList.Kind.Path), view.Module],
        }, view.Item.Article);
        return true;
    }
}
