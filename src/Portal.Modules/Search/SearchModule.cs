using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Search;

/// <summary>The search page and the search API.</summary>
public sealed class SearchModule : IModule
{
    public string Name => "Search";

    public IReadOnlyList<string> Paths { get; } = ["/search", "/search/help", "/opensearch.xml", "/api/v1/search", "/api/v1/suggest"];

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<SearchApi>().AddSingleton<SearchQuestions>().AddSingleton<FiledUnder>().AddSingleton<FacetExamples>().AddSingleton<SearchSynonyms>().AddSingleton<TypeNames>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SearchApi.Map(endpoints);
        OpenSearch.Map(endpoints);
    }
}
