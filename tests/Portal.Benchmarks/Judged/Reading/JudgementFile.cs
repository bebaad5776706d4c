using System.Globalization;

namespace Portal.Benchmarks.Judged.Reading;

/// <summary>Judgements in the form of TREC (<c>topic 0 document grade</c>) or of BEIR (a line of names, then topic, document and grade with tabs).</summary>
internal static class JudgementFile
{
    private const int MaxGrade = 1_000_000;

    public static Judgements Read(string file)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        using var lines = new LineReader(file);
        while (lines.NextFilled() is { } line)
        {
            if (line.StartsWith("query-id\t", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is not (3 or 4))
            {
                throw lines.Wrong($"A judgement is 'topic 0 document grade', or 'topic document grade' in BEIR's form; there are {parts.Length} words.");
            }

            // Some collections write whole grades as 1.0.
            if (!decimal.TryParse(parts[^1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var grade) || grade != Math.Truncate(grade) || Math.Abs(grade) > MaxGrade)
            {
                throw lines.Wrong($"'{parts[^1]}' is not a grade: it must be a whole number.");
            }

            var topic = grades.TryGetValue(parts[0], out var known) ? known : grades[parts[0]] = new Dictionary<string, int>(StringComparer.Ordinal);
            if (!topic.TryAdd(parts[^2], (int)grade))
            {
                throw lines.Wrong($"'{parts[^2]}' is judged for topic '{parts[0]}' a second time.");
            }
        }

        return grades.Count > 0 ? new Judgements(grades) : throw lines.Wrong("The file has no judgement.");
    }
}
