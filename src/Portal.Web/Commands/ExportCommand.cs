using System.CommandLine;
using Portal.Kernel.Export;
using Portal.Kernel.Export.Folder;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>export FOLDER</c>: writes the content as a folder in the shape of <c>content/</c>; all of it or, when it ends early, nothing.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] configuration)
    {
        var folder = HostArguments.Path("FOLDER", "A folder that is empty or does not exist.");
        var types = new Option<string[]>("--type") { Description = "Only items of this content type; can be repeated." };
        var items = new Option<string[]>("--item") { Description = "Only this item, by its id or path, with what stands in it; can be repeated." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces an earlier export." };
        var command = new Command("export", "Writes the content as a folder that 'import' reads.") { folder, types, items, overwrite };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = PortalHost.Build(configuration);
            var options = new ExportOptions(parsed.GetValue(types) ?? [], parsed.GetValue(items) ?? [], parsed.GetValue(overwrite));
            await RunAsync(app, parsed.GetRequiredValue(folder), options, new Terminal(Console.Out), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(WebApplication app, string folder, ExportOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        await SiteState.RequireSetUpAsync(app, cancellationToken);
        var progress = new DirectProgress<ExportProgress>(at => terminal.Report("Exported", at.Done, at.Total));
        var report = await app.Services.GetRequiredService<FolderExport>().RunAsync(Path.GetFullPath(folder), options with { Progress = progress }, cancellationToken);
        terminal.EndProgress();
        foreach (var warning in report.Warnings)
        {
            terminal.Line($"Warning: {warning}");
        }

        terminal.Line($"{report.Items} items and {report.Media} media files exported.");
    }
}
