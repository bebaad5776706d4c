using System.Globalization;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>From starting the process of a site that is set up to the last byte of its first page, and what the process holds after a thousand pages.</summary>
internal sealed class Starting : IBenchmark
{
    private const double TargetSeconds = 2;
    private const int TargetMegabytes = 250;
    private const int Pages = 1000;
    private const double Megabyte = 1024 * 1024;

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        Lab.Say("Start");
        var site = await lab.ReadySite;
        var starts = new List<double>();
        for (var at = 0; at < (lab.Quick ? 3 : 7); at++)
        {
            await using var portal = await site.ServeAsync(cancellationToken);
            await portal.Client.GetByteArrayAsync("/", cancellationToken);
            starts.Add(portal.Age.TotalSeconds);
        }

        Lab.Say("Memory after a thousand pages");
        await using var running = await site.ServeAsync(cancellationToken);
        var pages = await running.PagesAsync(cancellationToken);
        for (var at = 0; at < Pages; at++)
        {
            await running.Client.GetByteArrayAsync($"{pages[at % pages.Count]}?n={at}", cancellationToken);
        }

        var usage = running.Process.Usage()!;
        var memory = usage.WorkingSet / Megabyte;
        var times = new Samples(starts);
        return
        [
            new Figure(
                "start of a site that is set up, to the first page",
                string.Create(CultureInfo.InvariantCulture, $"{times.Median:0.00} s"),
                $"≤ {TargetSeconds} s",
                times.Median <= TargetSeconds,
                string.Create(CultureInfo.InvariantCulture, $"`dotnet Portal.Web.dll` of the published release build to the last byte of `/`; median of {times.Count} starts, {times.Least:0.00}–{times.Most:0.00} s")),
            new Figure(
                $"working set after {Pages:N0} pages",
                string.Create(CultureInfo.InvariantCulture, $"{memory:0} MB"),
                $"≤ {TargetMegabytes} MB",
                memory <= TargetMegabytes,
                string.Create(CultureInfo.InvariantCulture, $"all {pages.Count} pages of the site map in turn, each request rendered anew (a query string of its own) and kept; peak {usage.PeakWorkingSet / Megabyte:0} MB")),
        ];
    }
}
