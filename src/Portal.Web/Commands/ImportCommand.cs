using System.CommandLine;
using Portal.Kernel.Audit;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Import;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>import FOLDER</c>: loads a folder in the shape of <c>content/</c>; all of it or, on any error, nothing.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] configuration)
    {
        var folder = HostArguments.Path("FOLDER", "A folder in the shape of content/.");
        var check = new Option<bool>("--check") { Description = "Does all of the work and keeps none of it: says what an import would do, or what is wrong." };
        var broken = new Option<bool>("--allow-broken-links") { Description = "Links that lead nowhere are said and let pass: for a site that is moved as it is." };
        var command = new Command("import", "Loads a folder of content. Run again, it updates what changed and touches nothing else.") { folder, check, broken };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (!Directory.Exists(path))
            {
                throw new CommandException($"The folder '{path}' does not exist.");
            }

            await using var app = PortalHost.Build(configuration);
            await RunAsync(app, path, parsed.GetValue(check), parsed.GetValue(broken), new Terminal(Console.Out), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(WebApplication app, string folder, bool check, bool allowBroken, Terminal terminal, CancellationToken cancellationToken)
    {
        await SiteState.RequireSetUpAsync(app, cancellationToken);
        await ImportAsync(app, folder, check, allowBroken, terminal, cancellationToken);
        if (!check)
        {
            await FilesToSearch.ReadAsync(app, terminal, cancellationToken);
        }
    }

    private static async Task ImportAsync(WebApplication app, string folder, bool check, bool allowBroken, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var session = await app.Services.GetRequiredService<IDatabase>().WriteAsync(cancellationToken);
        var progress = new DirectProgress<ImportProgress>(at => terminal.Report(at.FilesRead < at.Files ? "Read" : check ? "Checked" : "Imported", at.FilesRead < at.Files ? at.FilesRead : at.ItemsDone, at.Files));
        var report = await app.Services.GetRequiredService<ContentFolderImport>()
            .RunAsync(session, Path.GetFullPath(folder), new ImportOptions(Actor.System, progress, check) { AllowBrokenLinks = allowBroken }, cancellationToken);
        terminal.EndProgress();
        if (!report.Succeeded)
        {
            object[] more = report.MoreErrors > 0 ? [$"... and {report.MoreErrors} more."] : [];
            throw CommandException.Of([.. report.Errors, .. more], "Nothing was imported.");
        }

        if (!check)
        {
            await session.CommitAsync(cancellationToken);
        }

        foreach (var warning in report.Warnings)
        {
            terminal.Line($"Warning: {warning}");
        }

        var media = report.MediaSaved + report.MediaUnchanged > 0 ? $" Media files: {report.MediaSaved} saved, {report.MediaUnchanged} unchanged." : "";
        terminal.Line($"{(check ? "Would be: " : "")}{report.Created} created, {report.Updated} updated, {report.Withdrawn} withdrawn, {report.Unchanged} unchanged.{media}");
    }
}
