namespace Portal.Benchmarks.Reporting;

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The value, with its unit.</param>
/// <param name="Target">What was promised.</param>
/// <param name="Met">Whether the promise is kept; null when nothing is promised.</param>
/// <param name="Conditions">What it was measured with.</param>
internal sealed record Figure(string What, string Measured, string Target, bool? Met, string Conditions);
