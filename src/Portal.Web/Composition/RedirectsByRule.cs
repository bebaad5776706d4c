using Portal.Kernel.Hosting.Redirects;

namespace Portal.Web.Composition;

/// <summary>Sends readers of pages on by the site's rules, before anything else answers.</summary>
internal sealed class RedirectsByRule(RequestDelegate next, RedirectRules rules)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
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
