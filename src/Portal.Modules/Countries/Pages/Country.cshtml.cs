using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Countries.Pages;

public sealed class CountryModel(IDatabase database, ContentRouter router, CountryReader reader, PlainArticles articles) : ItemPage(database, router, articles)
{
    public CountryView View { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != CountryReader.Type)
        {
            return false;
        }

        View = await reader.OfAsync(session, item, cancellationToken);
        // What is of the country, and what refers to it, may be of any type.
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            Title = $"{View.Article.Title} – country model",
            ShortTitle = View.Article.Title,
            Crumbs = [new Crumb(CountryModelList.Kind.Title, CountryModelList.Kind.Path)],
        }, View.Article);
        return true;
    }
}
