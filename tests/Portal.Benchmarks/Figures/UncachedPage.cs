using System.Globalization;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>Handbooks' chapters that the output cache does not have: by a query string of their own, and right after a publish by another process.</summary>
internal sealed class UncachedPage : IBenchmark
{
    private const double TargetMilliseconds = 5;
    private const int TargetQueries = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => "page";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        Lab.Say("Page not from cache");
        var (warmUp, count, publishes) = lab.Quick ? (100, 200, 2) : (400, 1000, 7);
        var site = await lab.ReadySite;
        await using var portal = await site.ServeAsync(cancellationToken, "--Portal:ServerTiming=true");
        var chapters = await portal.ChaptersAsync(cancellationToken);
        var answers = new List<TimedAnswer>();
        for (var at = 0; at < warmUp + count; at++)
        {
            answers.Add(await portal.Client.GetUncachedAsync(chapters[at % chapters.Count], cancellationToken));
        }

        var first = new List<TimedAnswer>();
        for (var at = 0; at < publishes; at++)
        {
            first.Add(await AfterPublishAsync(lab, site, portal, chapters[0], at, cancellationToken));
        }

        return
        [
            Result("the same page not from cache", [.. answers.Skip(warmUp)], $"all {chapters.Count} chapters in turn, asked for in a way that is never answered from the cache"),
            Result("the same page, first reader after a publish", first, "the chapter changed by `import` in another process; everything that stands on it dropped, then the first request"),
        ];
    }

    private static Figure Result(string what, IReadOnlyList<TimedAnswer> answers, string how)
    {
        if (answers.Any(answer => answer.Cached))
        {
            throw new InvalidOperationException("A page came from the cache that should not have.");
        }

        var times = new Samples(answers.Select(answer => answer.Milliseconds));
        var queries = answers.Max(answer => answer.Queries);
        return new Figure(
            what,
            string.Create(CultureInfo.InvariantCulture, $"median {times.Median:0.0} ms, at most {queries} queries"),
            $"≤ {TargetMilliseconds} ms, ≤ {TargetQueries} queries",
            times.Median <= TargetMilliseconds && queries <= TargetQueries,
            string.Create(CultureInfo.InvariantCulture, $"server time; {how}; {times.Count} requests, p95 {times.Percentile(95):0.0} ms, most {times.Most:0.0} ms"));
    }

    /// <summary>Publishes a changed chapter from another process, as an editor on another machine would, and asks until the page is no longer the kept one.</summary>
    private static async Task<TimedAnswer> AfterPublishAsync(Lab lab, PortalSite site, PortalServer portal, string path, int number, CancellationToken cancellationToken)
    {
        // A folder with the whole content, since links are checked against it.
        var folder = lab.Folder("changed");
        CopyFolder(site.ContentFolder, folder);
        var handbook = Path.Combine(folder, Path.GetDirectoryName(path)![1..]);
        var file = Directory.EnumerateFiles(handbook, $"*-{Path.GetFileName(path)}.md").Single();
        await File.AppendAllTextAsync(file, $"\nChanged for the {number + 1}. time.\n", cancellationToken);
        await portal.Client.GetTimedAsync(path, cancellationToken);
        await site.ImportAsync(folder, cancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (await portal.Client.GetTimedAsync(path, patience.Token) is var answer)
        {
            if (!answer.Cached)
            {
                return answer;
            }

            await Task.Delay(20, patience.Token);
        }

        throw new InvalidOperationException("Unreachable.");
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
