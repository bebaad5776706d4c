using System.Globalization;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>How fast the <c>import</c> verb is, and whether its memory grows with the number of items.</summary>
internal sealed class Importing(GeneratedSites sites) : IBenchmark
{
    private const double TargetPerSecond = 500;

    // Two sections make an item as long as ours are on average: 310 words.
    private const int SectionsAnItem = 2;
    private const double Megabyte = 1024 * 1024;

    // Ids and paths of all items are held, bodies are not: five times the items may cost this much more.
    private const double MemoryTolerance = 1.25;

    public string Name => "import";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var few = await sites.WithAsync(lab, lab.Quick ? 1_000 : 2_000, SectionsAnItem, cancellationToken);
        var many = await sites.WithAsync(lab, lab.Quick ? 4_000 : 10_000, SectionsAnItem, cancellationToken);
        return [Speed(few, many), Memory(few, many)];
    }

    private static Figure Speed(GeneratedSite few, GeneratedSite many) => new(
        "import",
        string.Create(CultureInfo.InvariantCulture, $"{many.ItemsPerSecond:0} items/s"),
        $"≥ {TargetPerSecond} items/s",
        many.ItemsPerSecond >= TargetPerSecond,
        string.Create(
            CultureInfo.InvariantCulture,
            $"`import` of {many.Items:N0} Markdown files of about 330 words and nine terms, as long as ours, from the start of the process to its end, search index included: {many.Import.Time.TotalSeconds:0.0} s, processor {many.Import.ProcessorTime.TotalSeconds:0.0} s; {few.Items:N0} files: {few.ItemsPerSecond:0} items/s"));

    private static Figure Memory(GeneratedSite few, GeneratedSite many) => new(
        "memory of the import",
        string.Create(CultureInfo.InvariantCulture, $"{many.Import.PeakMemory / Megabyte:0} MB for {many.Items:N0} items, {few.Import.PeakMemory / Megabyte:0} MB for {few.Items:N0}"),
        $"independent of the number (measured: ≤ {MemoryTolerance} times)",
        many.Import.PeakMemory <= MemoryTolerance * few.Import.PeakMemory,
        RunResult.MemoryMeasured);
}
