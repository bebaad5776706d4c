using System.Globalization;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>What a first visit to a page loads over the wire.</summary>
internal sealed class Weight : IBenchmark
{
    private const int TargetKilobytes = 120;
    private const int TargetRequests = 10;
    private const double Kilobyte = 1024;

    public string Name => "weight";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        Lab.Say("Weight of a first visit");
        await using var portal = await (await lab.ReadySite).ServeAsync(cancellationToken);
        var chapter = (await portal.ChaptersAsync(cancellationToken))[0];
        return
        [
            Result("home", await FirstVisit.LoadAsync(portal.Client, "/", cancellationToken)),
            Result("handbook chapter", await FirstVisit.LoadAsync(portal.Client, chapter, cancellationToken)),
            Result("search with results", await FirstVisit.LoadAsync(portal.Client, "/search?q=information+sharing", cancellationToken)),
        ];
    }

    private static Figure Result(string page, FirstVisit visit)
    {
        var size = visit.Loaded.Sum(file => file.Bytes) / Kilobyte;
        var parts = visit.Loaded.GroupBy(file => file.Kind, StringComparer.Ordinal)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Sum(file => file.Bytes) / Kilobyte:0.0}{(kind.Count() > 1 ? $" ({kind.Count()})" : "")}"));
        return new Figure(
            $"weight of a first visit: {page}",
            string.Create(CultureInfo.InvariantCulture, $"{size:0.0} KB, {visit.Loaded.Count} requests"),
            $"≤ {TargetKilobytes} KB, ≤ {TargetRequests} requests",
            size <= TargetKilobytes && visit.Loaded.Count <= TargetRequests,
            $"bodies as sent with `Accept-Encoding: br, gzip`, KB: {string.Join(", ", parts)}");
    }
}
