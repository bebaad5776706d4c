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

    public void AddServices(IServiceCollection services)
    {
        services.AddListening<Glossary>();
        services.AddSingleton<IGlossarySynonyms>(provider => provider.GetRequiredService<Glossary>());
        services.AddSingleton<Articles>().AddSingleton<HandbookReader>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
