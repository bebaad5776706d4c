using Microsoft.AspNetCore.Diagnostics;
using Portal.Kernel.Hosting.Redirects;

namespace Portal.Web.Composition;

/// <summary>Sends readers of pages on by the site's rules, before anything else answers.</summary>
internal sealed class RedirectsByRule(RequestDelegate next, RedirectRules rules)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Not where a page stands in for an answer: it must come also when the rules cannot be read.
        if (HttpMethods.IsGet(request.Method) && context.Features.Get<IExceptionHandlerFeature>() is null && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            foreach (var rule in await rules.GetAsync(context.RequestAborted))
            {
                if (rule.Target(request.Path.Value ?? "/", request.QueryString.Value ?? "") is { } target)
                {
                    context.Response.StatusCode = rule.Status;
                    context.Response.Headers.Location = target;
                    return;
                }
            }
        }

        await next(context);
    }
}
