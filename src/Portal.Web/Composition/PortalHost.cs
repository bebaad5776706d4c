using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Portal.Kernel.Hosting;
using Portal.Kernel.Media;
using Portal.Modules.Countries;
using Portal.Modules.Directory;
using Portal.Modules.Guidance;
using Portal.Modules.Knowledge;
using Portal.Modules.Practices;
using Portal.Modules.Search;
using Portal.Modules.Shared;
using Portal.Modules.Site;
using Portal.Modules.Standards;
using Portal.Modules.TakeAway;
using Portal.Modules.Training;

namespace Portal.Web.Composition;

/// <summary>Puts the application together: the kernel, the database, the modules, the pipeline.</summary>
public static class PortalHost
{
    private const string DefaultAddress = "http://localhost:5080";

    private static readonly IReadOnlyList<IModule> Modules =
    [
        new SharedModule(), new SiteModule(), new KnowledgeModule(), new CountriesModule(), new PracticesModule(), new DirectoryModule(), new GuidanceModule(), new StandardsModule(), new TrainingModule(), new SearchModule(), new TakeAwayModule(),
    ];

    /// <param name="args">Configuration as ASP.NET Core's command line takes it.</param>
    /// <param name="configure">What a test puts in place of the real thing.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(PortalHost).Assembly.GetName().Name, ContentRootPath = HostFolder.Program });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        var options = AddOptions(builder);
        builder.Services.AddPortalKernel();
        builder.Services.AddWebPages(Modules);
        configure?.Invoke(builder);

        var app = builder.Build();
        Check(app.Services);
        MakeFolders(options);
        app.UsePortal(Modules);
        return app;
    }

    private static PortalOptions AddOptions(WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(PortalOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsCheck>();
        builder.Services.AddOptions<PortalOptions>().Bind(section).ValidateOnStart();

        var options = Bound(() => section.Get<PortalOptions>()) ?? new PortalOptions();
        var check = new PortalOptionsCheck().Validate(null, options);
        if (check.Failed)
        {
            throw new OptionsValidationException(PortalOptions.Section, typeof(PortalOptions), check.Failures);
        }

        builder.Services.AddDatabase(options, builder.Configuration).AddMedia(Path.Combine(options.DataFolder, "media"));
        builder.Services.AddDataProtection()
            .SetApplicationName("Portal")
            .PersistKeysToFileSystem(new DirectoryInfo(KeysFolder(options)));
        return options;
    }

    private static string KeysFolder(PortalOptions options) => Path.Combine(options.DataFolder, "keys");

    // Only when all options are right: a verb that is refused leaves nothing behind.
    private static void MakeFolders(PortalOptions options)
    {
        var keys = Directory.CreateDirectory(KeysFolder(options));
        if (!OperatingSystem.IsWindows())
        {
            // The keys are not encrypted at rest: only the account that the portal runs under may read them.
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    // Those of every module, for every verb: a server would look at them at its start, and a command that never starts one not at all.
    private static void Check(IServiceProvider services) => Bound(() =>
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        return true;
    });

    private static T Bound<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            // The message names the key and the value.
            throw new OptionsValidationException(PortalOptions.Section, typeof(PortalOptions), [e.Message]);
        }
    }
}
