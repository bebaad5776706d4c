using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Site;

/// <summary>The site as a whole: home, error pages, map, feeds, media files, health and the content API.</summary>
public sealed class SiteModule : IModule
{
    public string Name => "Site";

    public IReadOnlyList<string> Paths { get; } =
        ["/", "/sitemap.xml", "/robots.txt", .. Feeds.Paths, "/health/live", "/health/ready", "/api/v1/content", "/openapi/v1.json"];

    public IReadOnlyList<string> Listed { get; } = ["/"];

    public void AddServices(IServiceCollection services)
    {
        SetUpCheck.Add(services);
        services.AddSingleton<PublicReferences>().AddListening<KindLists>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        Sitemap.Map(endpoints);
        Feeds.Map(endpoints);
        TermFeeds.Map(endpoints);
        ContentApi.Map(endpoints);
        MediaFiles.Map(endpoints);
        SetUpCheck.Map(endpoints);
    }
}
