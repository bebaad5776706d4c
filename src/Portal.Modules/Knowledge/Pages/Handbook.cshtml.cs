using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;
using Portal.Modules.Shared.Machines;

namespace Portal.Modules.Knowledge.Pages;

public sealed class HandbookModel(IDatabase database, ContentRouter router, HandbookReader reader, PlainArticles articles) : ItemPage(database, router, articles)
{
    public HandbookView View { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != HandbookReader.HandbookType)
        {
            return false;
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
        return true;
    }
}
