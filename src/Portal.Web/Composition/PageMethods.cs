using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Composition;

/// <summary>Holds a page to the methods that it has handlers for: a page that is run without one would fail halfway.</summary>
internal sealed class PageMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
        {
            return next(context);
        }

        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that stands in for an answer is shown, whatever was asked for.
            context.Request.Method = HttpMethods.Get;
            return next(context);
        }

        var methods = page.HandlerMethods.Select(handler => handler.HttpMethod).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase) || HttpMethods.IsOptions(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods.Select(method => method.ToUpperInvariant()).Append(HttpMethods.Head));
        return Task.CompletedTask;
    }
}
