using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Site;

/// <summary>The site as a whole: home, error pages, map, feeds, health and the content API.</summary>
public sealed class SiteModule : IModule
{
    public string Name => "Site";

    public void AddServices(IServiceCollection services) => SetUpCheck.Add(services);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        Sitemap.Map(endpoints);
        Feeds.Map(endpoints);
        ContentApi.Map(endpoints);
        SetUpCheck.Map(endpoints);
    }
}
