using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Knowledge.Pages;

public sealed class ChapterModel(IDatabase database, ContentRouter router, HandbookReader reader, PlainArticles articles) : ItemPage(database, router, articles)
{
    public ChapterView View { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != HandbookReader.ChapterType || await reader.ChapterAsync(session, item, cancellationToken) is not { } view)
        {
            return false;
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
        return true;
    }
}
