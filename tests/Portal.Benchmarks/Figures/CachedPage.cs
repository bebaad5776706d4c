using System.Globalization;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>A handbook's chapter from the output cache, as a ratio to an endpoint that only returns the same bytes.</summary>
internal sealed class CachedPage : IBenchmark
{
    private const double Target = 0.6;

    public string Name => "page";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        Lab.Say("Page from cache, against a bare endpoint");
        var (rounds, time) = lab.Quick ? (3, TimeSpan.FromSeconds(1.5)) : (7, TimeSpan.FromSeconds(3));
        await using var portal = await (await lab.ReadySite).ServeAsync(cancellationToken);
        var path = (await portal.ChaptersAsync(cancellationToken))[0];

        // The second answer is the first that comes from the cache, and so bears an age.
        await portal.Client.GetByteArrayAsync(path, cancellationToken);
        var recorded = await RecordedResponse.RecordAsync(portal.Client, path, cancellationToken);
        var file = Path.Combine(lab.Folder("bare"), "response.json");
        recorded.Write(file);
        var (bareProcess, bareAddress) = await BareServer.StartAsync(file, cancellationToken);
        await using var bareEnd = bareProcess;

        // Until both are compiled for good.
        await LoadGenerator.RunAsync(bareProcess, bareAddress, path, 2 * time, cancellationToken);
        await LoadGenerator.RunAsync(portal.Process, portal.Address, path, 2 * time, cancellationToken);
        var pairs = new List<(LoadResult Bare, LoadResult Portal)>();
        for (var round = 0; round < rounds; round++)
        {
            pairs.Add((
                await LoadGenerator.RunAsync(bareProcess, bareAddress, path, time, cancellationToken),
                await LoadGenerator.RunAsync(portal.Process, portal.Address, path, time, cancellationToken)));
        }

        return [Result(pairs, recorded, time)];
    }

    private static Figure Result(List<(LoadResult Bare, LoadResult Portal)> pairs, RecordedResponse recorded, TimeSpan time)
    {
        var ratios = new Samples(pairs.Select(pair => pair.Portal.PerSecond / pair.Bare.PerSecond));
        var bare = new Samples(pairs.Select(pair => pair.Bare.PerSecond)).Median;
        var portal = new Samples(pairs.Select(pair => pair.Portal.PerSecond)).Median;
        var bareCost = new Samples(pairs.Select(pair => pair.Bare.MicrosecondsEach)).Median;
        var portalCost = new Samples(pairs.Select(pair => pair.Portal.MicrosecondsEach)).Median;
        return new Figure(
            "anonymous handbook page from cache",
            string.Create(CultureInfo.InvariantCulture, $"{ratios.Median:0.00} of a bare Kestrel endpoint ({portal:0} of {bare:0} requests/s)"),
            string.Create(CultureInfo.InvariantCulture, $"≥ {Target:0.0}"),
            ratios.Median >= Target,
            string.Create(
                CultureInfo.InvariantCulture,
                $"`{recorded.Path}`, {recorded.Body.Length:N0} bytes, {recorded.Headers.Count} headers beside Kestrel's own, both servers; {LoadGenerator.Connections} keep-alive connections, {pairs.Count} alternating rounds of {time.TotalSeconds:0.#} s; ratio by round {ratios.Least:0.00}–{ratios.Most:0.00}; server processor time a request {portalCost:0} µs, bare {bareCost:0} µs"));
    }
}
