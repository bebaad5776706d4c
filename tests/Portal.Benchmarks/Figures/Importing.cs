using System.Globalization;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>How fast the <c>import</c> verb is, and whether its memory grows with the number of items.</summary>
internal sealed class Importing(GeneratedSites sites) : IBenchmark
{
    private const double TargetPerSecond = 500;
    private const double Megabyte = 1024 * 1024;

    public string Name => "import";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var few = await sites.WithAsync(lab, lab.Quick ? 400 : 2_000, cancellationToken);
        var many = await sites.WithAsync(lab, lab.Quick ? 2_000 : 20_000, cancellationToken);
        return
        [
            new Figure(
                "import",
                string.Create(CultureInfo.InvariantCulture, $"{many.ItemsPerSecond:0} items/s"),
                $"≥ {TargetPerSecond} items/s",
                many.ItemsPerSecond >= TargetPerSecond,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"`import` of {many.Items:N0} Markdown files ({GeneratedContent.SectionsAnItem} sections of {GeneratedContent.WordsASection} words and nine terms each) from the start of the process to its end, search index included: {many.Import.Time.TotalSeconds:0.0} s; {few.Items:N0} files: {few.ItemsPerSecond:0} items/s")),
            new Figure(
                "memory of the import",
                string.Create(CultureInfo.InvariantCulture, $"{many.Import.PeakMemory / Megabyte:0} MB for {many.Items:N0} items, {few.Import.PeakMemory / Megabyte:0} MB for {few.Items:N0}"),
                "independent of the number",
                null,
                "peak working set of the process"),
        ];
    }
}
