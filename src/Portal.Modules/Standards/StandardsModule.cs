using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Standards;

/// <summary>Standards of numbered clauses.</summary>
public sealed class StandardsModule : IModule
{
    public string Name => "Standards";

    public IReadOnlyList<string> Paths { get; } = ["/standards"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services) => services.AddSingleton<IKindPrint, StandardPrint>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
