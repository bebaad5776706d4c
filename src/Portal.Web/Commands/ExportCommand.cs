using System.CommandLine;
using Portal.Kernel.Export;
using Portal.Kernel.Export.Folder;
using Portal.Kernel.Export.Package;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary>
/// <c>export FOLDER</c>: writes the content as a folder in the shape of <c>content/</c>. <c>export FILE.zip</c>: writes the whole site as a deployment package
/// of Orchard Core. All of it or, when it ends early, nothing.
/// </summary>
internal static class ExportCommand
{
    public static Command Create(string[] configuration)
    {
        var folder = HostArguments.Path("FOLDER|FILE.zip", "A folder that is empty or does not exist, or a file that ends in .zip.");
        var types = new Option<string[]>("--type") { Description = "Only items of this content type; can be repeated." };
        var items = new Option<string[]>("--item") { Description = "Only this item, by its id or path, with what stands in it; can be repeated." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces an earlier export." };
        var setup = new Option<bool>("--as-setup") { Description = "Makes the package a set-up recipe: new ids, owners and dates." };
        var command = new Command("export", "Writes the content as a folder that 'import' reads, or the site as a package that 'recipe' and Orchard Core read.") { folder, types, items, overwrite, setup };
        command.Validators.Add(result =>
        {
            if (result.GetValue(setup) && !IsPackage(result.GetValue(folder) ?? ""))
            {
                result.AddError("--as-setup is for packages: name a file that ends in .zip.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = PortalHost.Build(configuration);
            var options = new ExportOptions(parsed.GetValue(types) ?? [], parsed.GetValue(items) ?? [], parsed.GetValue(overwrite));
            await RunAsync(app, parsed.GetRequiredValue(folder), options, parsed.GetValue(setup), new Terminal(Console.Out), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(WebApplication app, string target, ExportOptions options, bool asSetup, Terminal terminal, CancellationToken cancellationToken)
    {
        await SiteState.RequireSetUpAsync(app, cancellationToken);
        var progress = new DirectProgress<ExportProgress>(at => terminal.Report("Exported", at.Done, at.Total));
        options = options with { Progress = progress };
        var report = IsPackage(target)
            ? await app.Services.GetRequiredService<PackageExport>().RunAsync(Path.GetFullPath(target), options, asSetup, cancellationToken)
            : await app.Services.GetRequiredService<FolderExport>().RunAsync(Path.GetFullPath(target), options, cancellationToken);
        terminal.EndProgress();
        foreach (var warning in report.Warnings)
        {
            terminal.Line($"Warning: {warning}");
        }

        terminal.Line($"{report.Items} items and {report.Media} media files exported.");
    }

    private static bool IsPackage(string target) => Path.GetExtension(target).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}
