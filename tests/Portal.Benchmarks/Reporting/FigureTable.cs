using System.Globalization;
using System.Text;

namespace Portal.Benchmarks.Reporting;

/// <summary>Writes the figures as a Markdown table, under the machine they were measured on.</summary>
internal static class FigureTable
{
    public static string Write(IReadOnlyList<Figure> figures, Conditions conditions)
    {
        var text = new StringBuilder();
        text.AppendLine(conditions.ToString()).AppendLine();
        text.AppendLine("| what | measured | to reach | | conditions |");
        text.AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var figure in figures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Measured} | {figure.Target} | {Verdict(figure.Met)} | {figure.Conditions} |");
        }

        return text.ToString();
    }

    private static string Verdict(bool? met) => met switch { true => "met", false => "**missed**", null => "" };
}
