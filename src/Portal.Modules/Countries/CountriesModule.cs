using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Modules.Countries.Comparing;
using Portal.Modules.Countries.Maps;
using Portal.Modules.Countries.Models;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Countries;

/// <summary>Country models: the list with its map, a page for each, and two to four side by side.</summary>
public sealed class CountriesModule : IModule
{
    public string Name => "Countries";

    public IReadOnlyList<string> Paths { get; } = ["/country-models", "/country-models/compare", "/country-models/compare.csv"];

    public IReadOnlyList<string> Listed { get; } = ["/country-models"];

    public void AddServices(IServiceCollection services)
        => services.AddSingleton<StructureReader>().AddSingleton<CountryItems>().AddSingleton<CountryReader>().AddSingleton<CountryNumbers>().AddSingleton<EuropeMap>()
            .AddSingleton<ComparisonReader>().AddSingleton<IPrintSource, ComparisonPrint>().AddSingleton<IKindPrint, CountryPrint>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ComparisonFile.Map(endpoints);
}
