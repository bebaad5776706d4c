using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Guidance;

/// <summary>Approaches and recommendations.</summary>
public sealed class GuidanceModule : IModule
{
    public string Name => "Guidance";

    public IReadOnlyList<string> Paths { get; } = ["/approaches", "/recommendations"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RecommendationMatrix>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
