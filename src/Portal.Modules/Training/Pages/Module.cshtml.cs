using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;
using Portal.Modules.Shared.Lists;
using Portal.Modules.Training.Reading;

namespace Portal.Modules.Training.Pages;

public sealed class ModuleModel(IDatabase database, ContentRouter router, ItemReader reader, LessonReader lessons, PlainArticles articles) : KindPage(database, router, reader, articles)
{
    public ModuleView Module { get; private set; } = null!;

    protected override ListKind Kind => TrainingList.Kind;

    protected override async Task ReadAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
        => Module = new ModuleView(View, await lessons.LessonsAsync(session, item, cancellationToken), Question.Of(item));
}
