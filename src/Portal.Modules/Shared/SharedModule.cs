using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Facets;
using Portal.Modules.Shared.Items;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Shared;

/// <summary>What the other modules' pages have in common, and the plain page of any item.</summary>
public sealed class SharedModule : IModule
{
    public string Name => "Shared";

    public IReadOnlyList<string> Paths => [];

    public void AddServices(IServiceCollection services)
        => services.AddListening<Glossary>()
            .AddSingleton<ArticleReader>().AddSingleton<PlainArticles>().AddSingleton<PlainFields>().AddSingleton<PlainGroups>()
            .AddSingleton<ItemReader>().AddSingleton<AlikeItems>().AddSingleton<Connections>().AddSingleton<FamilyReader>()
            .AddSingleton<ListReader>().AddSingleton<FacetPanels>().AddSingleton<FacetFields>().AddSingleton<TermLists>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
