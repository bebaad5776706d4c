using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Modules.Knowledge.Public;
using Portal.Modules.Knowledge.Reading;

namespace Portal.Modules.Knowledge;

/// <summary>Handbooks, their chapters and the glossary.</summary>
public sealed class KnowledgeModule : IModule
{
    public string Name => "Knowledge";

    public IReadOnlyList<string> Paths { get; } = ["/handbooks", "/glossary"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<HandbookReader>().AddSingleton<HandbookSummaries>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
