using Microsoft.AspNetCore.Http;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Shared;

/// <summary>Whole addresses, for feeds, the site map and descriptions.</summary>
public static class SiteAddresses
{
    /// <summary>Scheme and host without a slash at the end: those of the settings, else those of the request.</summary>
    public static string Root(this SiteSettings site, HttpRequest request)
        => string.IsNullOrWhiteSpace(site.BaseUrl) ? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase}" : site.BaseUrl.TrimEnd('/');
}
