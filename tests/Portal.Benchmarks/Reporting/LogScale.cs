namespace Portal.Benchmarks.Reporting;

/// <summary>A logarithmic scale over whole decades, at least one.</summary>
internal sealed class LogScale
{
    private readonly double _start;
    private readonly double _end;
    private readonly int _first;
    private readonly int _last;

    /// <param name="values">Greater than 0; all of them are to have a place.</param>
    /// <param name="start">Where the least is drawn.</param>
    /// <param name="end">Where the greatest is drawn.</param>
    public LogScale(IEnumerable<double> values, double start, double end)
    {
        var all = values.ToList();
        (_start, _end) = (start, end);
        _first = (int)Math.Floor(Math.Log10(all.Min()));
        _last = Math.Max(_first + 1, (int)Math.Ceiling(Math.Log10(all.Max())));
    }

    /// <summary>The powers of ten, the least first.</summary>
    public IEnumerable<double> Decades => Enumerable.Range(_first, _last - _first + 1).Select(power => Math.Pow(10, power));

    public double At(double value) => _start + ((_end - _start) * (Math.Log10(value) - _first) / (_last - _first));
}
