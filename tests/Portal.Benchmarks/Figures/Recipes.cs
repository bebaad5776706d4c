using System.Globalization;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>How fast a recipe of several hundred megabytes is run and a site of that size exported as a package, and whether memory grows with the number of items.</summary>
internal sealed class Recipes : IBenchmark
{
    private const double TargetPerSecond = 500;
    private const double Megabyte = 1024 * 1024;

    // What is held of all items is ids; of bodies there are no more than of one batch.
    private const double MemoryTolerance = 1.25;

    public string Name => "recipe";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var few = await RunAsync(lab, lab.Quick ? 2_000 : 10_000, cancellationToken);
        var many = await RunAsync(lab, lab.Quick ? 10_000 : 50_000, cancellationToken);
        return
        [
            Speed("recipe", many, few, many.Recipe, few.Recipe, string.Create(CultureInfo.InvariantCulture, $"`recipe` of one file of {many.FileBytes / Megabyte:0} MB, {many.Items:N0} items of {many.FileBytes / (double)many.Items / 1024:0.0} KB with seven sections each, search index included")),
            Memory("memory of the recipe", many, few, many.Recipe, few.Recipe),
            Speed("export to a package", many, few, many.Export, few.Export, string.Create(CultureInfo.InvariantCulture, $"`export` of the same site as a package: {many.PackageBytes / Megabyte:0} MB, packed")),
            Memory("memory of the export", many, few, many.Export, few.Export),
        ];
    }

    private static async Task<Measured> RunAsync(Lab lab, int items, CancellationToken cancellationToken)
    {
        Lab.Say($"Recipe of {items} items");
        var name = string.Create(CultureInfo.InvariantCulture, $"recipe-{items}");
        var site = await PortalSite.SetUpAsync(lab, name, cancellationToken);
        var folder = lab.Folder(name + "-files");
        var file = Path.Combine(folder, "generated.recipe.json");
        var bytes = GeneratedRecipe.Write(file, items);
        var recipe = await site.RecipeAsync(file, cancellationToken);
        File.Delete(file);
        Lab.Say($"Export of {items} items");
        var package = Path.Combine(folder, "site.zip");
        var export = await site.ExportAsync(package, cancellationToken);
        var packed = new FileInfo(package).Length;
        Directory.Delete(folder, recursive: true);
        site.Delete();
        return new Measured(items, bytes, packed, recipe, export);
    }

    private static Figure Speed(string what, Measured many, Measured few, RunResult run, RunResult fewRun, string conditions) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{many.Items / run.Time.TotalSeconds:0} items/s"),
        $"≥ {TargetPerSecond} items/s",
        many.Items / run.Time.TotalSeconds >= TargetPerSecond,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{conditions}, from the start of the process to its end: {run.Time.TotalSeconds:0.0} s, processor {run.ProcessorTime.TotalSeconds:0.0} s; {few.Items:N0} items: {few.Items / fewRun.Time.TotalSeconds:0} items/s"));

    private static Figure Memory(string what, Measured many, Measured few, RunResult run, RunResult fewRun) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{run.PeakMemory / Megabyte:0} MB for {many.Items:N0} items, {fewRun.PeakMemory / Megabyte:0} MB for {few.Items:N0}"),
        $"independent of the number (measured: ≤ {MemoryTolerance} times)",
        run.PeakMemory <= MemoryTolerance * fewRun.PeakMemory,
        "peak working set of the process, the database's mapped pages included");

    private sealed record Measured(int Items, long FileBytes, long PackageBytes, RunResult Recipe, RunResult Export);
}
