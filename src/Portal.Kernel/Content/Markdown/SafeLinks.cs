namespace Portal.Kernel.Content.Markdown;

/// <summary>Which addresses a text may link to: the web, mail, telephone, and places within the site.</summary>
public static class SafeLinks
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:", "tel:"];

    public static bool IsSafe(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Any(char.IsControl))
        {
            return false;
        }

        return IsInternal(url) || Schemes.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An address of the site's own media, which alone a page takes pictures from.</summary>
    public static bool IsOwnMedia(string? url)
        => IsSafe(url) && url!.StartsWith("/media/", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal) && !Array.Exists(Uri.UnescapeDataString(url).Split('/', '?'), part => part is "." or "..");

    /// <summary>A path from the root, a place on the same page, or a query of it; two slashes would lead to another host.</summary>
    public static bool IsInternal(string url)
        => url[0] is '#' or '?' || (url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal));
}
