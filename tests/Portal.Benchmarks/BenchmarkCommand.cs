using System.CommandLine;
using Portal.Benchmarks.Figures;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks;

/// <summary>Measures and prints. Exit code 0: measured; 1: a figure missed its target and <c>--check</c> was given, or measuring failed; 2: wrong usage.</summary>
internal static class BenchmarkCommand
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private static readonly GeneratedSites Sites = new();

    private static readonly IReadOnlyList<IBenchmark> All =
        [new CachedPage(), new UncachedPage(), new Searching(Sites), new Importing(Sites), new BigRecipes(), new Starting(), new Weight()];

    private static readonly string[] Names = [.. All.Select(benchmark => benchmark.Name).Distinct(StringComparer.Ordinal)];

    public static async Task<int> RunAsync(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "Shorter rounds, no 100,000 sections: a look, not a verdict." };
        var check = new Option<bool>("--check") { Description = "Ends with 1 when a figure misses its target." };
        var only = new Option<string>("--only") { Description = $"Some of: {string.Join(',', Names)}." };
        only.Validators.Add(result =>
        {
            if (Chosen(result.GetValueOrDefault<string>()).Except(Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                result.AddError($"'{unknown}' is not measured; there is {string.Join(", ", Names)}.");
            }
        });
        var root = new RootCommand("Measures the figures of the quality promise, side by side in one run, and prints them as a Markdown table.") { quick, check, only };
        root.SetAction((parsed, cancellationToken) => MeasureAsync(parsed.GetValue(quick), parsed.GetValue(check), parsed.GetValue(only), cancellationToken));
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

    private static async Task<int> MeasureAsync(bool quick, bool check, string? only, CancellationToken cancellationToken)
    {
        var chosen = only is null ? Names : Chosen(only);
        var conditions = Conditions.Read(quick);
        await using var lab = await Lab.OpenAsync(quick, cancellationToken);
        var figures = new List<Figure>();
        foreach (var benchmark in All.Where(benchmark => chosen.Contains(benchmark.Name, StringComparer.Ordinal)))
        {
            figures.AddRange(await benchmark.MeasureAsync(lab, cancellationToken));
        }

        Console.WriteLine(FigureTable.Write(figures, conditions));
        return check && figures.Any(figure => figure.Met == false) ? Failed : 0;
    }

    private static string[] Chosen(string? only) => only?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
