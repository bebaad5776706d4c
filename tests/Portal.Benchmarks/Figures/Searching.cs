using System.Globalization;
using System.Text.Json;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>Searches with facets and snippets over 10,000 and 100,000 sections, and how their cost grows from the one to the other.</summary>
internal sealed class Searching(GeneratedSites sites) : IBenchmark
{
    private const int SectionsAnItem = 5;
    // Of each kind: the code of a search is compiled for good after some six hundred.
    private const int WarmUp = 120;

    // Time grows with the matches and a part that does not; measured on a machine that has other things to do.
    private const double Tolerance = 1.15;

    public string Name => "search";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var each = lab.Quick ? 40 : 200;
        var small = await MeasureAsync(lab, 10_000, each, cancellationToken);
        var figures = new List<Figure> { Result(small, 10_000, 5, 25) };
        if (!lab.Quick)
        {
            var large = await MeasureAsync(lab, 100_000, each, cancellationToken);
            figures.Add(Result(large, 100_000, null, 120));
            figures.Add(Growth(small, large));
        }

        return figures;
    }

    private async Task<List<Search>> MeasureAsync(Lab lab, int sections, int each, CancellationToken cancellationToken)
    {
        var generated = await sites.WithAsync(lab, sections / SectionsAnItem, SectionsAnItem, cancellationToken);
        Lab.Say($"Searching {sections} sections");
        await using var portal = await generated.Site.ServeAsync(cancellationToken, "--Portal:ServerTiming=true", "--Portal:Search:RequestsPerMinute=100000000");
        portal.Client.DefaultRequestHeaders.Remove("Accept-Encoding");
        foreach (var (_, query) in SearchQueries.Of(WarmUp))
        {
            await portal.Client.GetTimedAsync(Path(query), cancellationToken);
        }

        var searches = new List<Search>();
        foreach (var (kind, query) in SearchQueries.Of(each))
        {
            var answer = await portal.Client.GetTimedAsync(Path(query), cancellationToken);
            using var json = JsonDocument.Parse(answer.Body);
            searches.Add(new Search(kind, answer, json.RootElement.GetProperty("total").GetInt32()));
        }

        return searches;
    }

    private static string Path(string query) => "/api/v1/search?q=" + Uri.EscapeDataString(query);

    private static Figure Result(List<Search> searches, int sections, double? median, double p99)
    {
        var times = new Samples(searches.Select(search => search.Answer.Milliseconds));
        var kinds = ByKind(searches).Select(kind => string.Create(
            CultureInfo.InvariantCulture, $"{kind.Kind} {kind.Times.Median:0.0} ms ({kind.Items:0} items)"));
        return new Figure(
            string.Create(CultureInfo.InvariantCulture, $"search with facets and snippets, {sections:N0} sections"),
            string.Create(CultureInfo.InvariantCulture, $"median {times.Median:0.0} ms, p99 {times.Percentile(99):0.0} ms"),
            median is null ? $"p99 ≤ {p99} ms" : $"median ≤ {median} ms, p99 ≤ {p99} ms",
            (median is null || times.Median <= median) && times.Percentile(99) <= p99,
            string.Create(
                CultureInfo.InvariantCulture,
                $"server time of `/api/v1/search`; {times.Count} searches, one after the other, equal shares of five kinds; median by kind (mean of items found): {string.Join(", ", kinds)}; median at the client {new Samples(searches.Select(search => search.Answer.ClientMilliseconds)).Median:0.0} ms; sections of {GeneratedContent.WordsASection} words, {SectionsAnItem} an item, {Vocabulary.Size:N0} different ones drawn by Zipf–Mandelbrot"));
    }

    private static Figure Growth(List<Search> small, List<Search> large)
    {
        var kinds = ByKind(small).Zip(ByKind(large), (before, after) => (after.Kind, Time: after.Times.Median / before.Times.Median, Items: after.Items / before.Items)).ToList();
        var worst = kinds.MaxBy(kind => kind.Time / kind.Items);
        return new Figure(
            "growth of a search from 10,000 to 100,000 sections",
            string.Create(CultureInfo.InvariantCulture, $"at most {worst.Time / worst.Items:0.00} of the growth of the items found"),
            string.Create(CultureInfo.InvariantCulture, $"≤ 1 (measured: ≤ {Tolerance})"),
            worst.Time / worst.Items <= Tolerance,
            string.Join(", ", kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Kind}: time × {kind.Time:0.0}, items × {kind.Items:0.0}"))));
    }

    private static IEnumerable<(string Kind, Samples Times, double Items)> ByKind(List<Search> searches)
        => searches.GroupBy(search => search.Kind, StringComparer.Ordinal)
            .Select(kind => (kind.Key, new Samples(kind.Select(search => search.Answer.Milliseconds)), kind.Average(search => search.Items)));

    private sealed record Search(string Kind, TimedAnswer Answer, int Items);
}
