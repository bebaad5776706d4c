using Portal.Kernel.Hosting;

namespace Portal.Modules.Shared.Machines;

/// <summary>How a link to a page looks where it is shared: Open Graph, and the kind of card. What an item says of itself comes first.</summary>
public static class SocialTags
{
    /// <param name="head">The page.</param>
    /// <param name="site">Whose it is.</param>
    /// <param name="url">The page's whole address.</param>
    /// <param name="picture">The whole address of the theme's picture, 1200 by 630; an item's own takes its place.</param>
    public static IReadOnlyList<MetaTag> Of(PageHead head, SiteSettings site, string url, string picture)
    {
        var own = head.Seo?.Properties.Select(tag => tag.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        (string Name, string? Content)[] tags =
        [
            ("og:site_name", site.SiteName),
            ("og:type", head.Article is null ? "website" : "article"),
            ("og:title", head.Seo?.Title ?? head.Title),
            ("og:description", head.Seo?.Description ?? head.Description),
            ("og:url", url),
            ("og:image", picture),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", site.SiteName),
            ("og:locale", head.Language.Replace('-', '_')),
        ];
        return [.. tags.Where(tag => !string.IsNullOrWhiteSpace(tag.Content) && !own.Contains(tag.Name) && !(own.Contains("og:image") && tag.Name.StartsWith("og:image:", StringComparison.Ordinal))).Select(tag => new MetaTag(tag.Name, tag.Content!))];
    }

    /// <summary>The kind of card, which is one without a picture; null when the item says which.</summary>
    public static MetaTag? Card(PageHead head)
        => head.Seo?.Names.Any(tag => tag.Name.Equals("twitter:card", StringComparison.OrdinalIgnoreCase)) == true ? null : new MetaTag("twitter:card", "summary");
}
