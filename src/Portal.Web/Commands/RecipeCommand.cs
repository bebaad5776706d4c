using System.CommandLine;
using Portal.Kernel.Audit;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>recipe FILE</c>: runs a recipe, all of it or nothing, and says what each step did.</summary>
internal static class RecipeCommand
{
    public static Command Create(string[] configuration)
    {
        var file = HostArguments.Path("FILE", "A recipe (*.recipe.json), or a package (*.zip) with Recipe.json.");
        var allowUnknown = new Option<bool>("--allow-unknown") { Description = "Keeps steps and parts that are not known as data, and reports them." };
        var check = new Option<bool>("--check") { Description = "Does everything and keeps nothing of it: says what would be done." };
        var command = new Command("recipe", "Runs a recipe and prints what each step did.") { file, allowUnknown, check };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new CommandException($"The recipe '{path}' does not exist.");
            }

            await using var app = PortalHost.Build(configuration);
            var options = new RecipeOptions(Actor.System) { AllowUnknown = parsed.GetValue(allowUnknown), Check = parsed.GetValue(check) };
            await RunAsync(app, path, options, new Terminal(Console.Out), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(WebApplication app, string file, RecipeOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        await SiteState.RequireSetUpAsync(app, cancellationToken);
        await using var session = await app.Services.GetRequiredService<IDatabase>().WriteAsync(cancellationToken);
        var report = await app.Services.GetRequiredService<RecipeRunner>()
            .RunAsync(session, Path.GetFullPath(file), options, new DirectProgress<string>(terminal.Report), cancellationToken);
        terminal.EndProgress();
        if (!report.Succeeded)
        {
            throw CommandException.Of(report.Errors, "Nothing was changed.");
        }

        if (options.Check)
        {
            terminal.Line("Checked; nothing was changed. What would be done:");
        }
        else
        {
            await session.CommitAsync(cancellationToken);
        }

        foreach (var step in report.Steps)
        {
            terminal.Line(step.ToString());
        }
    }
}
