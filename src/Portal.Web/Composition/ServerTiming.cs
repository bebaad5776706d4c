using System.Diagnostics;
using System.Globalization;
using Portal.Kernel.Data;

namespace Portal.Web.Composition;

/// <summary>Says in a header how long the server took and how many queries it sent; switched on by <c>Portal:ServerTiming</c>, for measuring.</summary>
internal sealed class ServerTiming(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var queries = QueryCount.Begin();
        context.Response.OnStarting(() =>
        {
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            context.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"app;dur={milliseconds:0.###}, db;desc=\"{queries.Value}\"");
            return Task.CompletedTask;
        });
        return next(context);
    }
}
