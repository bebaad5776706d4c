using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Directory;

/// <summary>The directory of organisations.</summary>
public sealed class DirectoryModule : IModule
{
    public string Name => "Directory";

    public IReadOnlyList<string> Paths { get; } = ["/organisations"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
