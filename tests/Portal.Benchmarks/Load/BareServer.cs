using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Load;

/// <summary>What the portal is measured against: an endpoint on Kestrel that does nothing but answer with given bytes.</summary>
internal static class BareServer
{
    public const string Listening = "Bare server at ";

    public static async Task<int> RunAsync(string recorded)
    {
        var response = RecordedResponse.Read(recorded);
        var headers = response.Headers.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value))).ToArray();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.MapGet(response.Path, context =>
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentLength = response.Body.Length;
            return context.Response.Body.WriteAsync(response.Body, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(Listening + app.Urls.First());
        await ((IHost)app).WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Runs it in a process of its own, with the memory management that a web application has.</summary>
    public static async Task<(ChildProcess Process, Uri Address)> StartAsync(string recorded, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(typeof(BareServer).Assembly.Location, ["serve-bare", recorded], ("DOTNET_gcServer", "1"));
        var line = await process.LineAsync(Listening, cancellationToken);
        return (process, new Uri(line[Listening.Length..]));
    }
}
