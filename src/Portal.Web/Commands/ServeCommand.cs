using System.CommandLine;
using Portal.Kernel.Hosting;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>serve</c>: sets the site up when it is empty, and serves it.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves the site; sets it up first when it is empty.").TakingConfiguration();
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = PortalHost.Build(parsed.Configuration());
            var terminal = new Terminal(Console.Out);
            await SetupCommand.RunAsync(app, terminal, cancellationToken);
            await app.StartAsync(cancellationToken);
            var site = await app.Services.GetRequiredService<SiteSettingsStore>().GetAsync(cancellationToken);
            terminal.Line($"{site.SiteName} is at {string.Join(" and ", app.Urls)}. Ctrl-C ends it.");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
        return command;
    }
}
