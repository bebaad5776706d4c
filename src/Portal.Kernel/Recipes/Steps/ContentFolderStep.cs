using Portal.Kernel.Import;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>content-folder</c>, ours: imports a folder of Markdown; <c>path</c> is relative to the recipe.</summary>
public sealed class ContentFolderStep(ContentFolderImport import) : IRecipeStep
{
    public string Name => "content-folder";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var path = context.Json.Text("path") ?? throw new RecipeException("'path' is missing: the folder to import, relative to the recipe.");
        var folder = context.Folder ?? throw new RecipeException("A package holds no folder of content to import.");
        var options = new ImportOptions(context.Options.Actor, context.Progress is { } progress ? new InWords(progress) : null, context.Options.Check);
        var report = await import.RunAsync(context.Session, Path.GetFullPath(Path.Combine(folder, path)), options, cancellationToken);
        if (!report.Succeeded)
        {
            var more = report.MoreErrors > 0 ? $"\n  and {report.MoreErrors} more" : "";
            throw new RecipeException($"The folder '{path}' has errors:\n  {string.Join("\n  ", report.Errors)}{more}");
        }

        var media = report.MediaSaved > 0 ? $" {report.MediaSaved} media files saved." : "";
        return $"{report.Created} items created, {report.Updated} updated, {report.Unchanged} unchanged, {report.Withdrawn} withdrawn.{media}";
    }

    private sealed class InWords(IProgress<string> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(
            value.ItemsDone == 0 ? $"{value.FilesRead} of {value.Files} files read" : $"{value.ItemsDone} of {value.Items} items done");
    }
}
