using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Kernel.Search.Index.Merging;

namespace Portal.Kernel.Search.Index;

public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.TryAddSingleton(new SearchOptions());
        return services.AddSingleton<ISearchIndex, SearchIndex>().AddSingleton<SearchMerger>().AddSingleton<SearchWarmUp>();
    }
}
