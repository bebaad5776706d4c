using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Modules.TakeAway.Checklists;
using Portal.Modules.TakeAway.Documents;
using Portal.Modules.TakeAway.Pdf;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.TakeAway;

/// <summary>Pages to take away: as a PDF, and the checklists of a handbook gathered on one page.</summary>
public sealed class TakeAwayModule : IModule
{
    public string Name => "TakeAway";

    // Both stand below trees that no item may have, /pdf and /checklist: an address that ends here begins with the page's own.
    public IReadOnlyList<string> Paths => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<TakeAwayOptions>().BindConfiguration(TakeAwayOptions.Section)
            .Validate(options => options.PdfsPerMinute >= 1, "Portal:TakeAway:PdfsPerMinute must be 1 or more.")
            .Validate(options => options.Seconds is >= 1 and <= 600, "Portal:TakeAway:Seconds must be from 1 to 600.")
            .ValidateOnStart();
        services.AddSingleton<ItemDocuments>().AddSingleton<TemplateText>().AddSingleton<PrintStyles>().AddSingleton<Chromium>().AddSingleton<PdfMaker>().AddSingleton<PdfShelf>()
            .AddSingleton<ChecklistReader>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
