using System.CommandLine;
using Portal.Kernel.Hosting;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Facets;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>serve</c>: sets the site up when it is empty, and serves it.</summary>
internal static class ServeCommand
{
    public static Command Create(string[] configuration)
    {
        var command = new Command("serve", "Serves the site; sets it up first when it is empty.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var starting = true;
            // What keeps it from starting is said once, in a line, by whoever catches it.
            await using var app = PortalHost.Build(
                configuration, builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => !starting && level >= LogLevel.Warning));
            var terminal = new Terminal(Console.Out);
            await DatabaseWait.RunAsync(app, terminal, cancellationToken);
            await SetupCommand.RunAsync(app, terminal, cancellationToken);
            try
            {
                await app.StartAsync(cancellationToken);
            }
            catch (FormatException exception)
            {
                throw new CommandException($"'urls' is not an address to listen at: {exception.Message}");
            }

            starting = false;
            var site = await app.Services.GetRequiredService<SiteSettingsStore>().GetAsync(cancellationToken);
            if (app.Environment.IsProduction() && site.BaseUrl is null && app.Configuration["AllowedHosts"] is null or "*" && (IsBehindProxy(app) || app.Urls.Any(IsPublic)))
            {
                terminal.Line("Any host name is believed: set 'AllowedHosts', or 'BaseUrl' in the site's settings, or addresses in feeds and PDFs are those that whoever asks makes up.");
            }

            terminal.Line($"{site.SiteName} is at {string.Join(" and ", app.Urls)}. Ctrl-C ends it.");
            var facets = await app.Services.GetRequiredService<FacetPanels>().NamesAsync(withType: true, cancellationToken);
            var warmUp = app.Services.GetRequiredService<SearchWarmUp>().RunAsync(facets, app.Lifetime.ApplicationStopping);
            await app.WaitForShutdownAsync(cancellationToken);
            await warmUp;
            return 0;
        });
        return command;
    }

    // As the framework reads ASPNETCORE_FORWARDEDHEADERS_ENABLED.
    private static bool IsBehindProxy(WebApplication app) => string.Equals(app.Configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase);

    // 'http://+:80' is no address that can be read, and every one that the machine has.
    private static bool IsPublic(string url) => !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);
}
