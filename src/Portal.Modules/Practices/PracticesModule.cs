using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Practices;

/// <summary>Practices: what was done, with whom, and what is known of its effect.</summary>
public sealed class PracticesModule : IModule
{
    public string Name => "Practices";

    public IReadOnlyList<string> Paths { get; } = ["/practices"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
