using System.CommandLine;
using Portal.Benchmarks.Figures;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>Measures and prints. Exit code 0: measured; 1: a figure missed its target and <c>--check</c> was given, or measuring failed; 2: wrong usage.</summary>
internal static class BenchmarkCommand
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private static readonly IReadOnlyList<IBenchmark> All =
        [new CachedPage(), new UncachedPage(), new SearchQuality(), new Searching(), new Importing(new GeneratedSites()), new BigRecipes(), new Starting(), new Weight()];

    private static readonly string[] Names = [.. All.Select(benchmark => benchmark.Name).Distinct(StringComparer.Ordinal)];

    private static readonly Option<bool> Quick = new("--quick") { Description = "Shorter rounds, no 100,000 sections: a look, not a verdict." };
    private static readonly Option<bool> Large = new("--large") { Description = "Searches 1,000,000 sections too: some 8 GB of disk, and many minutes." };
    private static readonly Option<bool> Postgres = new("--postgres") { Description = "Has the sites on a PostgreSQL server of its own in place of SQLite." };
    private static readonly Option<int[]> Sections = new("--sections") { Description = "Searches collections of these sizes in place of the usual ones.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Plot = new("--plot") { Description = "Draws the cost of a search against the size of the collection, to this SVG file." };
    private static readonly Option<bool> Topics = new("--topics") { Description = "Lists every judged question, the worst answered first." };
    private static readonly Option<bool> Check = new("--check") { Description = "Ends with 1 when a figure misses its target." };
    private static readonly Option<string> Only = new("--only") { Description = $"Some of: {string.Join(',', Names)}." };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures the figures of the quality promise, side by side in one run, and prints them as a Markdown table.")
        {
            Quick, Large, Postgres, Sections, Plot, Topics, Check, Only, TrecCommand.Create(),
        };
        root.SetAction(MeasureAsync);
        var given = root.Parse(args);
        try
        {
            var code = await given.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return given.Errors.Count > 0 ? WrongUsage : code;
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Not measured: " + exception.Message);
            return Failed;
        }
    }

    static BenchmarkCommand()
    {
        Only.Validators.Add(result =>
        {
            if (Chosen(result.GetValueOrDefault<string>()).Except(Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                result.AddError($"'{unknown}' is not measured; there is {string.Join(", ", Names)}.");
            }
        });
        Sections.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int[]>()?.Any(size => size < Searching.FewestSections) == true)
            {
                result.AddError($"A collection has at least {Searching.FewestSections} sections.");
            }
        });
    }

    private static async Task<int> MeasureAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Postgres) && PostgresCluster.Missing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        var chosen = parsed.GetValue(Only) is { } only ? Chosen(only) : Names;
        var options = new LabOptions
        {
            Quick = parsed.GetValue(Quick),
            Postgres = parsed.GetValue(Postgres),
            Sections = Sizes(parsed),
            Plot = parsed.GetValue(Plot),
            Topics = parsed.GetValue(Topics),
        };
        var conditions = Conditions.Read(options);
        await using var lab = await Lab.OpenAsync(options, cancellationToken);
        var figures = new List<Figure>();
        foreach (var benchmark in All.Where(benchmark => chosen.Contains(benchmark.Name, StringComparer.Ordinal)))
        {
            figures.AddRange(await benchmark.MeasureAsync(lab, cancellationToken));
        }

        Console.WriteLine(FigureTable.Write(figures, conditions));
        return parsed.GetValue(Check) && figures.Any(figure => figure.Met == false) ? Failed : 0;
    }

    private static int[] Sizes(ParseResult parsed) => parsed.GetValue(Sections) is { Length: > 0 } sizes ? [.. sizes.Distinct().Order()]
        : parsed.GetValue(Large) ? [10_000, 100_000, 1_000_000]
        : parsed.GetValue(Quick) ? [10_000]
        : [10_000, 100_000];

    private static string[] Chosen(string? only) => only?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
