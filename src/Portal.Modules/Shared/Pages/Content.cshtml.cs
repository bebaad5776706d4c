using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Pages;

/// <summary>The page of any item whose type has none of its own.</summary>
public sealed class ContentModel(IDatabase database, ContentRouter router, PlainArticles articles) : ItemPage(database, router, articles)
{
    protected override Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken) => Task.FromResult(false);
}
