using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Figures;

/// <summary>Measures one promise, or a few that share their preparation.</summary>
internal interface IBenchmark
{
    /// <summary>What <c>--only</c> names it by; several may share one.</summary>
    string Name { get; }

    Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken);
}
