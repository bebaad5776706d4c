using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Shared;

/// <summary>Makes the modules' folders known to Razor: pages where they stand, templates by module, and the theme before both.</summary>
public static class ModulePages
{
    public static IMvcBuilder AddModulePages(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        foreach (var module in modules)
        {
            // As a service: SitePages asks the modules where their pages are.
            services.AddSingleton(module);
        }

        var templates = modules.Select(module => $"/{module.Name}/Templates/{{0}}{RazorViewEngine.ViewExtension}").ToList();
        services.Configure<RazorPagesOptions>(options => options.RootDirectory = "/");
        services.Configure<RazorViewEngineOptions>(options =>
        {
            foreach (var template in templates)
            {
                options.PageViewLocationFormats.Add(template);
                options.ViewLocationFormats.Add(template);
            }

            options.ViewLocationExpanders.Add(new ThemeLocations());
        });
        return services.AddRazorPages();
    }
}
