using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Portal.Kernel.Content.Attachments;
using Portal.Kernel.Content.Scheduling;
using Portal.Kernel.Hosting;
using Portal.Kernel.Media;
using Portal.Kernel.Search.Index.Merging;
using Portal.Kernel.Search.Log;
using Portal.Modules.Shared;

namespace Portal.Web.Composition;

/// <summary>What the pages and the API are served with.</summary>
internal static class WebPages
{
    public static void AddWebPages(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        services.AddModulePages(modules);

        // Names of all of Europe's languages go out as they are written, not as character references.
        services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddProblemDetails();
        services.AddRateLimits();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Portal";
            document.Info.Version = "v1";
            document.Info.Description = "Published content and search, for machines.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = 64 * 1024 * 1024;
            cache.UseCaseSensitivePaths = true;
            cache.MaximumBodySize = 2 * 1024 * 1024;
            cache.DefaultExpirationTimeSpan = TimeSpan.FromHours(1);
            cache.AddPolicy(CachePolicies.Public, new PublicPagePolicy());
        });
        services.AddHostedService<ChangeWatcher>().AddHostedService<MediaSweeper>();
        services.AddSingleton<ContentSchedule>().AddHostedService<ScheduleWorker>();
        services.AddHostedService<SearchLogWorker>().AddHostedService<AttachmentWorker>().AddHostedService<SearchMergeWorker>();
        services.AddResponseCompression(compression =>
        {
            // Public pages hold no secret that their size could give away.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/opensearchdescription+xml", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        foreach (var module in modules)
        {
            module.AddServices(services);
        }

        // After the modules: theirs must have forgotten what changed before a page is made anew.
        services.AddListening<OutputCacheEviction>();
    }
}
