using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;

namespace Portal.Web.Composition;

/// <summary>
/// A page has one address: one that is written with a slash at its end, or a module's page in capitals, leads there for good. Capitals in an item's
/// address are the router's matter, which knows what addresses items have.
/// </summary>
internal sealed class CanonicalAddress(RequestDelegate next, SitePages pages)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var canonical = Canonical(path);
        if (canonical == path
            || !HttpMethods.IsGet(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is null
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.Redirect(LocalAddress.Of(canonical) + context.Request.QueryString, permanent: true);
        return Task.CompletedTask;
    }

    private string Canonical(string path)
    {
        var trimmed = "/" + path.Trim('/');
        var lower = trimmed.ToLowerInvariant();
        return pages.Has(lower) ? lower : path.EndsWith('/') ? trimmed : path;
    }
}
