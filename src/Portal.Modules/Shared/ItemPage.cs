using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared;

/// <summary>A page of one item. It can always show the plain page: an item may stand at an address whose page was made for another type.</summary>
public abstract class ItemPage(PlainArticles articles) : PortalPage
{
    /// <summary>What the template <c>Content</c> shows; null when the page shows the item in its own way.</summary>
    public PlainArticle? Plain { get; private set; }

    protected async Task<IActionResult> PlainAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        Plain = await articles.OfAsync(session, item, cancellationToken);
        var article = Plain.Article;
        // What it refers to and what stands in it may be of any type: nothing narrower than 'content changed' would be right.
        DependOn(ChangeFeed.Definitions, ChangeFeed.Content);
        SetHead(new PageHead
        {
            // A source and the handbook made from it may bear the same title.
            Title = article.Type == "Page" ? article.Title : $"{article.Title} – {Plain.TypeName.ToLowerInvariant()}",
            ShortTitle = article.Title,
            Crumbs = Plain.Container is { } container ? [container] : [],
        }, article);
        return Page();
    }
}
