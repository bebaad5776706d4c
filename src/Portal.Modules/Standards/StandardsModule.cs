using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Standards;

/// <summary>Standards of numbered clauses.</summary>
public sealed class StandardsModule : IModule
{
    public string Name => "Standards";

    public IReadOnlyList<string> Paths { get; } = ["/standards"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
