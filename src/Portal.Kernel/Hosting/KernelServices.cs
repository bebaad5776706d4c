using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Attachments;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Indexing;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Content.Scheduling;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Export;
using Portal.Kernel.Hosting.Redirects;
using Portal.Kernel.Import;
using Portal.Kernel.Recipes;
using Portal.Kernel.Search.Index;
using Portal.Kernel.Search.Log;

namespace Portal.Kernel.Hosting;

/// <summary>Registers the kernel. The database comes from a provider's project.</summary>
public static class KernelServices
{
    public static IServiceCollection AddPortalKernel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DocumentStore>().AddSingleton<AuditLog>();
        services.AddSingleton(provider => new ChangeFeed(new Lazy<IReadOnlyList<IChangeListener>>(() => [.. provider.GetServices<IChangeListener>()])));
        services.AddListening<SiteSettingsStore>().AddListening<ContentDefinitionStore>().AddListening<TaxonomyCatalog>().AddListening<Translations>().AddListening<RedirectRules>();

        services.AddSingleton<ContentStore>().AddSingleton<ContentManager>().AddSingleton<ContentRouter>().AddSingleton<ContentListing>().AddSingleton<ContentHandles>();
        services.AddSingleton<MarkdownRenderer>();
        services.AddSingleton<SearchDocuments>().AddSingleton<SearchRebuild>().AddSingleton<ItemIndexer>().AddSingleton<AttachmentSections>().AddSingleton<AttachmentReader>().AddSingleton<SearchLog>().AddSearch();
        services.AddImport().AddExport().AddRecipes().AddSingleton<SiteSetup>().AddSingleton<SitePages>();

        // In this order: what an item is called and where it stands, then what is derived from it.
        services.AddSingleton<TermHandler>().AddSingleton<SearchHandler>();
        services.AddSingleton<ContentHandler, PartShapeHandler>()
            .AddSingleton<ContentHandler, TitleHandler>()
            .AddSingleton<ContentHandler, InnerItemHandler>()
            .AddSingleton<ContentHandler, AutorouteHandler>()
            .AddSingleton<ContentHandler, ReachableHandler>()
            .AddSingleton<ContentHandler, HeadingHandler>()
            .AddSingleton<ContentHandler, TaxonomyHandler>()
            .AddSingleton<ContentHandler, ContainedHandler>()
            .AddSingleton<ContentHandler>(provider => provider.GetRequiredService<TermHandler>())
            .AddSingleton<ContentHandler, ReferenceHandler>()
            .AddSingleton<ContentHandler, ReviewHandler>()
            .AddSingleton<ContentHandler, AliasHandler>()
            .AddSingleton<ContentHandler, LocalizationHandler>()
            .AddSingleton<ContentHandler, ScheduleHandler>()
            .AddSingleton<ContentHandler, SitemapHandler>()
            .AddSingleton<ContentHandler, SeoMetaHandler>()
            .AddSingleton<ContentHandler, HtmlBodyHandler>()
            .AddSingleton<ContentHandler>(provider => provider.GetRequiredService<SearchHandler>())
            .AddFields();
        return services;
    }

    /// <summary>A service that keeps something in memory and is told of changes.</summary>
    public static IServiceCollection AddListening<T>(this IServiceCollection services) where T : class, IChangeListener
        => services.AddSingleton<T>().AddSingleton<IChangeListener>(provider => provider.GetRequiredService<T>());
}
