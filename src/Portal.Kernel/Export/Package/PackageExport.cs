using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Media;
using Portal.Kernel.Recipes;
using Portal.Kernel.Recipes.Kept;
using Portal.Kernel.Recipes.Sources;

namespace Portal.Kernel.Export.Package;

/// <summary>
/// Exports the site as Orchard Core's deployment package: a zip with <c>Recipe.json</c> at its root and the media beside it. The same site gives the same
/// bytes; items are read and written one after the other, however many there are.
/// </summary>
public sealed class PackageExport(
    IDatabase database, ContentDefinitionStore definitions, ContentStore store, MediaStore media, SiteSettingsStore settings, IEnumerable<IRecipeStep> steps, KeptSteps kept)
{
    private const int Batch = 50;

    // The earliest that a zip can say: when it was made is no matter of what is in it.
    private static readonly DateTimeOffset Made = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Nothing = [];

    /// <param name="file">The package. It is written beside it and then given its name.</param>
    /// <param name="options">What is exported.</param>
    /// <param name="asSetup">Whether it is to be a set-up recipe.</param>
    /// <param name="cancellationToken">Ends the work, and leaves no file.</param>
    /// <exception cref="ExportException">The file is there already, or nothing is there to be exported.</exception>
    public async Task<ExportReport> RunAsync(string file, ExportOptions options, bool asSetup, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file) || (File.Exists(file) && !options.Overwrite))
        {
            throw new ExportException($"'{file}' is there already. Name another file, or use --overwrite to replace it.");
        }

        var partial = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $".{Path.GetFileName(file)}.exporting");
        try
        {
            // One session: the site as of one moment, whatever is written meanwhile.
            await using var session = await database.ReadAsync(cancellationToken);
            ExportReport report;
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                report = await WriteAsync(session, stream, options, asSetup, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, file, overwrite: true);
            return report;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task<ExportReport> WriteAsync(DbSession session, Stream stream, ExportOptions options, bool asSetup, CancellationToken cancellationToken)
    {
        var selection = new ExportSelection(session, database.Dialect, store);
        await selection.SelectAsync(options, await definitions.CurrentAsync(session, cancellationToken), cancellationToken);
        var items = await selection.VersionsAsync(cancellationToken);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        IReadOnlyCollection<string>? named = null;
        var files = 0;
        await using (var entry = await Entry(zip, PackageSource.RecipeName).OpenAsync(cancellationToken))
        {
            var (variables, ids) = asSetup ? SetupForm.Ids(items) : ([], Nothing);
            await using var recipe = new RecipeWriter(entry, ids);
            recipe.Begin(await HeaderAsync(session, asSetup, variables, cancellationToken));
            foreach (var step in options.IsPart ? [] : await StepsAsync(session, asSetup, cancellationToken))
            {
                await recipe.StepAsync(step, cancellationToken);
            }

            var names = await ItemsAsync(session, recipe, items, asSetup, options, cancellationToken);
            named = options.IsPart ? names.Paths : null;
            files = await MediaAsync(session, recipe, named, cancellationToken);
            await recipe.EndAsync(cancellationToken);
        }

        await FilesAsync(session, zip, named, cancellationToken);
        return new ExportReport(items.Select(item => item.ItemId).Distinct(StringComparer.Ordinal).Count(), files, []);
    }

    private async Task<JsonObject> HeaderAsync(DbSession session, bool asSetup, JsonObject variables, CancellationToken cancellationToken)
    {
        var site = await settings.ReadAsync(session, cancellationToken);
        var header = new JsonObject
        {
            ["name"] = site.SiteName,
            ["displayName"] = site.SiteName,
            ["description"] = site.Description,
            ["author"] = "",
            ["website"] = site.BaseUrl ?? "",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = asSetup,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
        };
        if (variables.Count > 0)
        {
            header["variables"] = variables;
        }

        return header;
    }

    private async Task<IReadOnlyList<JsonObject>> StepsAsync(DbSession session, bool asSetup, CancellationToken cancellationToken)
    {
        var all = new List<JsonObject>();
        foreach (var step in steps.Where(step => !asSetup || step.BelongsToSetup))
        {
            if (await step.ExportAsync(session, cancellationToken) is { } json)
            {
                all.Add(json);
            }
        }

        all.AddRange(await kept.AllAsync(session, cancellationToken));
        return all;
    }

    private async Task<int> MediaAsync(DbSession session, RecipeWriter recipe, IReadOnlyCollection<string>? named, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var file in media.FilesAsync(session, named, cancellationToken))
        {
            if (count == 0)
            {
                recipe.BeginStep("media", "Files");
            }

            await recipe.ElementAsync(new JsonObject { ["SourcePath"] = file.Path, ["TargetPath"] = file.Path }, cancellationToken);
            count++;
        }

        if (count > 0)
        {
            recipe.EndStep();
        }

        return count;
    }

    private async Task<MediaNames> ItemsAsync(
        DbSession session, RecipeWriter recipe, IReadOnlyList<ExportVersion> items, bool asSetup, ExportOptions options, CancellationToken cancellationToken)
    {
        var names = new MediaNames();
        recipe.BeginStep("content", "data");
        var done = 0;
        foreach (var batch in items.Chunk(Batch))
        {
            foreach (var item in await store.VersionsAsync(session, [.. batch.Select(each => each.VersionId)], cancellationToken))
            {
                if (options.IsPart)
                {
                    names.Add(item.Content);
                }

                var json = ContentJson.Write(item);
                if (asSetup)
                {
                    SetupForm.Change(json);
                }

                await recipe.ElementAsync(json, cancellationToken);
            }

            done += batch.Length;
            options.Progress?.Report(new ExportProgress(done, items.Count));
        }

        recipe.EndStep();
        return names;
    }

    private async Task FilesAsync(DbSession session, ZipArchive zip, IReadOnlyCollection<string>? named, CancellationToken cancellationToken)
    {
        await foreach (var file in media.FilesAsync(session, named, cancellationToken))
        {
            var path = media.Find(file) ?? throw new ExportException(string.Create(CultureInfo.InvariantCulture, $"The bytes of the media file '{file.Path}' are lost ({file.Hash})."));
            await using var from = File.OpenRead(path);
            await using var to = await Entry(zip, file.Path).OpenAsync(cancellationToken);
            await from.CopyToAsync(to, cancellationToken);
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Made;
        return entry;
    }
}
