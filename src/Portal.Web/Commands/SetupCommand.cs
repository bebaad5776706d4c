using System.CommandLine;
using Microsoft.Extensions.Options;
using Portal.Kernel.Hosting;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>setup</c>: sets the site up and stops.</summary>
internal static class SetupCommand
{
    public static Command Create(string[] configuration)
    {
        var command = new Command("setup", "Sets the site up and stops. A second run changes nothing.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = PortalHost.Build(configuration);
            var terminal = new Terminal(Console.Out);
            if (!await RunAsync(app, terminal, cancellationToken))
            {
                terminal.Line("The site is set up already; nothing was changed.");
            }

            return 0;
        });
        return command;
    }

    /// <summary>Returns whether there was anything to set up.</summary>
    public static async Task<bool> RunAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        var recipe = Path.Combine(HostFolder.Program, "recipes", options.Setup.Recipe + ".recipe.json");
        var result = await app.Services.GetRequiredService<SiteSetup>().RunAsync(recipe, new DirectProgress<string>(terminal.Report), cancellationToken);
        terminal.EndProgress();
        foreach (var migration in result.Migrations)
        {
            terminal.Line($"Database: {migration}");
        }

        if (result.Errors.Count > 0)
        {
            throw CommandException.Of(result.Errors, "The site was not set up; nothing was changed.");
        }

        foreach (var step in result.Steps)
        {
            terminal.Line(step);
        }

        await FilesToSearch.ReadAsync(app, terminal, cancellationToken);
        return result.WasSetUp;
    }
}
