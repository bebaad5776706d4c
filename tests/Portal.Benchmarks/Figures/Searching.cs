using System.Text.Json;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>Searches with facets and snippets over collections of growing size, what their index costs, and how the cost of a search grows.</summary>
internal sealed class Searching : IBenchmark
{
    public const int FewestSections = 1_000;

    // Of each kind: the code of a search is compiled for good after some six hundred.
    private const int WarmUp = 70;

    public string Name => "speed";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var measured = new List<SearchRound>();
        foreach (var sections in lab.Options.Sections)
        {
            measured.Add(await RoundAsync(lab, sections, lab.Quick ? 40 : 200, cancellationToken));
        }

        if (lab.Options.Plot is { } plot)
        {
            await File.WriteAllTextAsync(plot, SearchFigures.Plot(measured), cancellationToken);
            Lab.Say($"Drawn: {plot}");
        }

        return
        [
            .. measured.Select(SearchFigures.Result),
            .. measured.Zip(measured.Skip(1), SearchFigures.Growth),
            .. measured.Select(SearchFigures.Index),
            .. measured.Select(SearchFigures.Memory),
        ];
    }

    private static async Task<SearchRound> RoundAsync(Lab lab, int sections, int each, CancellationToken cancellationToken)
    {
        var collection = await SearchCollection.MakeAsync(lab, sections, cancellationToken);
        Lab.Say($"Searching {sections} sections");
        await using var portal = await collection.Site.ServeAsync(cancellationToken, "--Portal:ServerTiming=true", "--Portal:Search:RequestsPerMinute=100000000");
        portal.Client.DefaultRequestHeaders.Remove("Accept-Encoding");
        foreach (var (_, query) in SearchQueries.Of(WarmUp))
        {
            await portal.Client.GetTimedAsync(Path(query), cancellationToken);
        }

        var searches = new List<TimedSearch>();
        foreach (var (kind, query) in SearchQueries.Of(each))
        {
            var answer = await portal.Client.GetTimedAsync(Path(query), cancellationToken);
            using var json = JsonDocument.Parse(answer.Body);
            searches.Add(new TimedSearch(kind, answer.Milliseconds, answer.ClientMilliseconds, json.RootElement.GetProperty("total").GetInt32()));
        }

        return new SearchRound(collection, searches, portal.Process.Usage()!);
    }

    private static string Path(string query) => "/api/v1/search?q=" + Uri.EscapeDataString(query);
}

/// <param name="Kind">Of query.</param>
/// <param name="Milliseconds">Of the server.</param>
/// <param name="ClientMilliseconds">From sending to the last byte.</param>
/// <param name="Items">Found.</param>
internal sealed record TimedSearch(string Kind, double Milliseconds, double ClientMilliseconds, int Items);

/// <param name="Collection">What was searched.</param>
/// <param name="Searches">In the order they were made.</param>
/// <param name="Server">What the server had used at the end.</param>
internal sealed record SearchRound(SearchCollection Collection, IReadOnlyList<TimedSearch> Searches, ProcessUsage Server)
{
    public int Sections => Collection.Sections;

    public IEnumerable<(string Kind, Samples Times, double Items)> ByKind() => Searches.GroupBy(search => search.Kind, StringComparer.Ordinal)
        .Select(kind => (kind.Key, new Samples(kind.Select(search => search.Milliseconds)), kind.Average(search => search.Items)));
}
