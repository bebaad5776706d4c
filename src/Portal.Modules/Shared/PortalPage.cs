using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared;

/// <summary>A public page: its head, the tags it is cached under, and how an address that is not an item's is answered.</summary>
public abstract class PortalPage : PageModel
{
    protected void SetHead(PageHead head)
    {
        ViewData.SetHead(head);
        // The layout shows the site's name.
        DependOn(ChangeFeed.Settings);
    }

    /// <summary>The head of an item's own page.</summary>
    protected void SetHead(PageHead head, Article article) => SetHead(head with
    {
        Description = head.Description ?? article.Summary,
        Canonical = article.Path,
        Language = article.Language,
        Article = article,
        Seo = article.Seo,
        Translations = article.Translations,
    });

    /// <summary>The page is dropped from the cache when any of these changes.</summary>
    protected void DependOn(params IEnumerable<string> tags)
    {
        if (HttpContext.Features.Get<IOutputCacheFeature>()?.Context is { } cache)
        {
            cache.Tags.UnionWith(tags);
        }
    }

    protected void DependOn(IEnumerable<ContentItem> items) => DependOn(items.Select(item => item.ContentItemId));

    /// <summary>The answer to an address without a published item.</summary>
    protected IActionResult Elsewhere(RouteResult result) => result switch
    {
        RouteResult.Moved moved => RedirectPermanent(LocalAddress.Of(moved.Path) + Request.QueryString),
        RouteResult.Gone => StatusCode(StatusCodes.Status410Gone),
        _ => NotFound(),
    };
}
