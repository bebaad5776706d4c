namespace Portal.Benchmarks.Reporting;

/// <summary>Measurements of one thing, in order of size.</summary>
internal sealed class Samples
{
    private readonly double[] _sorted;

    public Samples(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        if (_sorted.Length == 0)
        {
            throw new InvalidOperationException("Nothing was measured.");
        }
    }

    public int Count => _sorted.Length;

    public double Least => _sorted[0];

    public double Median => Percentile(50);

    public double Most => _sorted[^1];

    /// <summary>The least value that this share of the measurements does not exceed (nearest rank).</summary>
    public double Percentile(double percent) => _sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * _sorted.Length) - 1)];
}
