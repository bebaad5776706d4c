using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Composition;

/// <summary>
/// Answers with 503 while the database cannot be reached: nothing is wrong with the request, and it may be sent again. Machines get problem details, readers the site's own
/// page, or a plain one when that cannot be made either. Stands outside of the output cache, which goes on serving what it has.
/// </summary>
internal sealed partial class DatabaseDown(RequestDelegate next, TimeProvider time, ILogger<DatabaseDown> logger)
{
    private const string RetryAfterSeconds = "10";

    private const string PlainPage =
        """
        <!DOCTYPE html>
        <html lang="en"><meta charset="utf-8"><title>Not available at the moment</title>
        <h1>Not available at the moment</h1>
        <p>The site cannot reach its database. What you had typed may not have been saved. Try again in a few minutes.</p>
        </html>
        """;

    // One line in this time says it; a busy site would otherwise fill its log.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private long _said = long.MinValue;

    /// <summary>Whether to try again later is the answer to what went wrong.</summary>
    public static bool Passes(Exception exception) => exception is DbException { IsTransient: true } or TimeoutException;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (Passes(exception) && !context.Response.HasStarted)
        {
            Say(context, exception);
            var standsIn = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            context.Response.Headers.CacheControl = "no-store";
            if (standsIn)
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(PlainPage, context.RequestAborted);
            }
        }
    }

    private void Say(HttpContext context, Exception exception)
    {
        var said = Volatile.Read(ref _said);
        var now = time.GetTimestamp();
        if ((said == long.MinValue || time.GetElapsedTime(said, now) > Quiet) && Interlocked.CompareExchange(ref _said, now, said) == said)
        {
            LogDown(logger, context.Request.Path, exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be used, so that requests such as {Path} are answered with 503: {Reason}")]
    private static partial void LogDown(ILogger logger, string path, string reason);
}
