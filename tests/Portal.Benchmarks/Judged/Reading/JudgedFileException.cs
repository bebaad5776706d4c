namespace Portal.Benchmarks.Judged.Reading;

/// <summary>A file of a collection is not what it should be; the message names file and line.</summary>
internal sealed class JudgedFileException(string file, int line, string what) : InvalidOperationException($"{file}({line}): {what}");
