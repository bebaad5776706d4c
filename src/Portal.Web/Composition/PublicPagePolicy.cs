using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Composition;

/// <summary>
/// Keeps pages of published content for readers without an account. One copy for each way of compressing, not for each way of asking for it;
/// nothing that sets a cookie or failed is kept.
/// </summary>
internal sealed class PublicPagePolicy : IOutputCachePolicy
{
    private static readonly object ChangesBefore = new();

    // In the order that they are preferred.
    private static readonly string[] Encodings = ["br", "gzip"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var anonymous = string.IsNullOrEmpty(request.Headers.Authorization) && context.HttpContext.User.Identity?.IsAuthenticated != true;
        var cacheable = anonymous && HttpMethods.IsGet(request.Method);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";
        // What the copy is kept under and what compression goes by are the same, or one reader's wish would reach the next.
        var encoding = Encoding(request);
        context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
        request.Headers.AcceptEncoding = encoding;
        context.HttpContext.Items[ChangesBefore] = Eviction(context).Changes;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var eviction = Eviction(context);
        var before = (long)context.HttpContext.Items[ChangesBefore]!;
        if (response.StatusCode != StatusCodes.Status200OK || !string.IsNullOrEmpty(response.Headers.SetCookie) || eviction.Changes != before)
        {
            context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        // Something may change between now and the moment when the page is stored.
        response.OnCompleted(() => eviction.Changes == before ? Task.CompletedTask : eviction.EvictAsync(context.Tags, CancellationToken.None).AsTask());
        return ValueTask.CompletedTask;
    }

    private static OutputCacheEviction Eviction(OutputCacheContext context) => context.HttpContext.RequestServices.GetRequiredService<OutputCacheEviction>();

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0).Select(encoding => encoding.Value).ToList();
        return Encodings.FirstOrDefault(known => accepted.Any(value => value.Equals(known, StringComparison.OrdinalIgnoreCase))) ?? "identity";
    }
}
