using Microsoft.Extensions.Options;
using Portal.Kernel.Hosting;

namespace Portal.Web.Composition;

/// <summary>The way of a request.</summary>
internal static class Pipeline
{
    // What answers with problem details in place of pages.
    private static readonly string[] MachinePaths = ["/api", "/openapi", "/health"];

    public static void UsePortal(this WebApplication app, IReadOnlyList<IModule> modules)
    {
        if (app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.ServerTiming)
        {
            app.UseMiddleware<ServerTiming>();
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(IsForMachines, machines => machines.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsForMachines(context), pages => pages
            .UseExceptionHandler("/error/500")
            .UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseMiddleware<DatabaseDown>();
        app.Use(AnswerHeadAsGet);
        app.UseWhen(context => !IsForMachines(context), pages => pages.UseMiddleware<RedirectsByRule>());
        app.UseRouting();
        app.UseMiddleware<PageMethods>();
        app.UseMiddleware<CanonicalAddress>();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseMiddleware<EntityTags>();
        // A media file has one entity tag and is sent in ranges: it must not have two forms.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/media", StringComparison.OrdinalIgnoreCase), pages => pages.UseResponseCompression());

        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        // By its name and not by a pattern: another version is then not there, as any other address.
        app.MapOpenApi("/openapi/v1.json");
        foreach (var module in modules)
        {
            module.MapEndpoints(app);
        }
    }

    // Headers, cache and entity tag are then those of the GET; the server itself leaves the body out.
    private static Task AnswerHeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static bool IsForMachines(HttpContext context)
        => MachinePaths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
