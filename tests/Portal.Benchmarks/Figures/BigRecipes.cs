using System.Globalization;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>How fast the verbs <c>recipe</c> and <c>export</c> go through one file of many items, and whether their memory grows with it.</summary>
internal sealed class BigRecipes : IBenchmark
{
    private const double TargetPerSecond = 500;
    private const int SectionsAnItem = 6;
    private const double Megabyte = 1024 * 1024;

    // The ids of all versions are held: five times the items may cost this much more.
    private const double MemoryTolerance = 1.25;

    public string Name => "recipe";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var few = await RunAsync(lab, lab.Quick ? 2_000 : 10_000, cancellationToken);
        var many = await RunAsync(lab, lab.Quick ? 10_000 : 50_000, cancellationToken);
        return
        [
            Speed("recipe of one big file", many, many.Import, "`recipe` of"),
            Memory("memory of the recipe", few, many, round => round.Import),
            Speed("export to a package", many, many.Export, "`export site.zip` of the same site:"),
            Memory("memory of the export", few, many, round => round.Export),
        ];
    }

    private static async Task<Round> RunAsync(Lab lab, int items, CancellationToken cancellationToken)
    {
        Lab.Say($"A recipe of {items} items, and its export");
        var name = $"recipe-{items}";
        var site = await PortalSite.SetUpAsync(lab, name, cancellationToken);
        var folder = lab.Folder(name + "-files");
        var recipe = Path.Combine(folder, "generated.recipe.json");
        new GeneratedRecipe(SectionsAnItem, null).Write(recipe, items);
        var bytes = new FileInfo(recipe).Length;
        var import = await site.RunAsync(["recipe", recipe], cancellationToken);
        var export = await site.RunAsync(["export", Path.Combine(folder, "site.zip")], cancellationToken);
        Directory.Delete(folder, recursive: true);
        return new Round(items, bytes, import, export);
    }

    private static Figure Speed(string what, Round round, RunResult run, string verb) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{round.Items / run.Time.TotalSeconds:0} items/s"),
        $"≥ {TargetPerSecond} items/s",
        round.Items / run.Time.TotalSeconds >= TargetPerSecond,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{verb} {round.Items:N0} published items of 900 words in six sections, {round.Bytes / Megabyte:0} MB of JSON, from the start of the process to its end: {run.Time.TotalSeconds:0.0} s, processor {run.ProcessorTime.TotalSeconds:0.0} s"));

    private static Figure Memory(string what, Round few, Round many, Func<Round, RunResult> run) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{run(many).PeakMemory / Megabyte:0} MB for {many.Items:N0} items, {run(few).PeakMemory / Megabyte:0} MB for {few.Items:N0}"),
        $"independent of the number (measured: ≤ {MemoryTolerance} times)",
        run(many).PeakMemory <= MemoryTolerance * run(few).PeakMemory,
        RunResult.MemoryMeasured);

    private sealed record Round(int Items, long Bytes, RunResult Import, RunResult Export);
}
