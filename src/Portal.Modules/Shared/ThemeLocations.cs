using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Shared;

/// <summary>A theme's view takes the place of a module's by its name.</summary>
internal sealed class ThemeLocations : IViewLocationExpander
{
    private const string Theme = "theme";

    // The value is part of the key of the cache of views, so two themes do not see each other's.
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var settings = context.ActionContext.HttpContext.RequestServices.GetRequiredService<SiteSettingsStore>().Known;
        context.Values[Theme] = settings.Theme;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
        => [$"/Themes/{context.Values[Theme]}/{{0}}{RazorViewEngine.ViewExtension}", .. viewLocations];
}
