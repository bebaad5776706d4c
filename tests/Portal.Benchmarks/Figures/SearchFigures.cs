using System.Globalization;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>Says in lines of the table what searching collections cost.</summary>
internal static class SearchFigures
{
    private const double Megabyte = 1024 * 1024;

    // Time grows with the matches and a part that does not; measured on a machine that has other things to do.
    private const double Tolerance = 1.15;

    // What the quality promise says of them, in milliseconds; of other sizes it says nothing.
    private static readonly Dictionary<int, (double? Median, double P99)> Targets = new() { [10_000] = (5, 25), [100_000] = (null, 120) };

    public static Figure Result(SearchRound round)
    {
        var times = new Samples(round.Searches.Select(search => search.Milliseconds));
        var client = new Samples(round.Searches.Select(search => search.ClientMilliseconds)).Median;
        var kinds = round.ByKind().Select(kind => string.Create(
            CultureInfo.InvariantCulture, $"{kind.Kind} {kind.Times.Median:0.0} / {kind.Times.Percentile(99):0.0} ms ({kind.Items:0} items)"));
        var (target, met) = !Targets.TryGetValue(round.Sections, out var promised) ? ("", (bool?)null) : (
            promised.Median is null ? $"p99 ≤ {promised.P99} ms" : $"median ≤ {promised.Median} ms, p99 ≤ {promised.P99} ms",
            (promised.Median is null || times.Median <= promised.Median) && times.Percentile(99) <= promised.P99);
        return new Figure(
            Text($"search with facets and snippets, {round.Sections:N0} sections"),
            Text($"median {times.Median:0.0} ms, p99 {times.Percentile(99):0.0} ms"),
            target,
            met,
            Text($"server time of `/api/v1/search`; {times.Count} searches, one after the other, equal shares of {SearchQueries.Kinds.Count} kinds; median / p99 by kind (mean of items found): {string.Join(", ", kinds)}; median at the client {client:0.0} ms; sections of {GeneratedContent.WordsASection} words, {SearchCollection.SectionsAnItem} an item, {Vocabulary.Size:N0} different ones drawn by Zipf–Mandelbrot"));
    }

    /// <summary>From one size to the next.</summary>
    public static Figure Growth(SearchRound small, SearchRound large)
    {
        // What the small one does not have, or has only by dropping words of the query, cannot be compared.
        var kinds = small.ByKind().Zip(large.ByKind(), (before, after) => (after.Kind, Time: after.Times.Median / before.Times.Median, Items: after.Items / before.Items))
            .Where(kind => double.IsFinite(kind.Items) && kind.Items > 1)
            .ToList();
        var worst = kinds.Select(kind => kind.Time / kind.Items).DefaultIfEmpty().Max();
        return new Figure(
            Text($"growth of a search from {small.Sections:N0} to {large.Sections:N0} sections"),
            Text($"at most {worst:0.00} of the growth of the items found"),
            Text($"≤ 1 (measured: ≤ {Tolerance})"),
            worst <= Tolerance,
            string.Join(", ", kinds.Select(kind => Text($"{kind.Kind}: time × {kind.Time:0.0}, items × {kind.Items:0.0}"))));
    }

    public static Figure Index(SearchRound round)
    {
        var (import, reindex, size) = (round.Collection.Import, round.Collection.Reindex, round.Collection.Size);
        var bytes = size.Bytes is null ? "size not known (this SQLite has no dbstat)" : Text($"{size.Bytes / Megabyte:0.0} MB, of them {size.TextBytes / Megabyte:0.0} MB the text for snippets");
        return new Figure(
            Text($"search index of {round.Sections:N0} sections"),
            Text($"{bytes}; made anew at {round.Sections / reindex.Time.TotalSeconds:0} sections/s"),
            "",
            null,
            Text($"database {size.DatabaseBytes / Megabyte:0} MB; `reindex`: {reindex.Time.TotalSeconds:0.0} s, processor {reindex.ProcessorTime.TotalSeconds:0.0} s; `recipe` that stores and indexes the pages: {import.Time.TotalSeconds:0.0} s, {round.Sections / import.Time.TotalSeconds:0} sections/s, processor {import.ProcessorTime.TotalSeconds:0.0} s; each from the start of the process to its end"));
    }

    public static Figure Memory(SearchRound round) => new(
        Text($"memory at {round.Sections:N0} sections"),
        Text($"server {round.Server.PeakWorkingSet / Megabyte:0} MB, `reindex` {round.Collection.Reindex.PeakMemory / Megabyte:0} MB, `recipe` {round.Collection.Import.PeakMemory / Megabyte:0} MB"),
        "",
        null,
        Text($"server: peak working set after all searches, of it {round.Server.PrivateMemory / Megabyte:0} MB its own at the end; verbs: {RunResult.MemoryMeasured}"));

    /// <summary>The median of each kind against the size, as SVG.</summary>
    public static string Plot(IReadOnlyList<SearchRound> rounds) => CostPlot.Write([.. SearchQueries.Kinds.Select(kind => new CostLine(
        kind, [.. rounds.Select(round => (round.Sections, round.ByKind().First(each => each.Kind == kind).Times.Median))]))]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
