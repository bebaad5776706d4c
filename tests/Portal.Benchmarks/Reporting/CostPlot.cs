using System.Globalization;
using System.Text;

namespace Portal.Benchmarks.Reporting;

/// <summary>Draws what a search costs against the size of the collection, both on logarithmic scales, as an SVG that reads without colours: each line has marks of its own and its name at its end.</summary>
internal static class CostPlot
{
    private const int Width = 880;
    private const int Height = 520;
    private const int Left = 70;
    private const int Right = 190;
    private const int Top = 50;
    private const int Bottom = 60;
    private const int LabelDistance = 15;

    private static readonly string[] Colours = ["#0b5cad", "#b3261e", "#1b6e3c", "#7a3e9d", "#8a5a00", "#00695c", "#ad1457", "#37474f", "#5d4037"];
    private static readonly string[] Dashes = ["none", "7 3", "2 3"];
    private static readonly string[] Marks = ["M-4-4h8v8h-8z", "M0-5L5 4H-5z", "M0-5L5 0L0 5L-5 0z"];

    /// <param name="lines">At least one, each with a point for each size.</param>
    public static string Write(IReadOnlyList<CostLine> lines)
    {
        var points = lines.SelectMany(line => line.Points).ToList();
        var across = new LogScale(points.Select(point => (double)point.Sections), Left, Width - Right);
        var up = new LogScale(points.Select(point => point.Milliseconds), Height - Bottom, Top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13" fill="#222">
            <title id="title">Time of a search against the size of the collection</title>
            <desc id="description">Median server time by kind of query. {Describe(lines)}</desc>
            <rect width="{Width}" height="{Height}" fill="#fff"/>
            <text x="{Left}" y="24" font-size="16" font-weight="600">Median server time of a search, by kind of query</text>

            """);
        Grid(svg, across, up);
        Draw(svg, lines, across, up);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Grid(StringBuilder svg, LogScale across, LogScale up)
    {
        foreach (var sections in across.Decades)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="M{across.At(sections):0.#} {Top}V{Height - Bottom}" stroke="#ddd"/><text x="{across.At(sections):0.#}" y="{Height - Bottom + 20}" text-anchor="middle">{sections:N0}</text>""");
        }

        foreach (var time in up.Decades)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="M{Left} {up.At(time):0.#}H{Width - Right}" stroke="#ddd"/><text x="{Left - 8}" y="{up.At(time) + 4:0.#}" text-anchor="end">{time:0.###} ms</text>""");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 16}" text-anchor="middle">sections in the collection</text>""");
    }

    private static void Draw(StringBuilder svg, IReadOnlyList<CostLine> lines, LogScale across, LogScale up)
    {
        var free = double.NegativeInfinity;
        foreach (var (line, number) in lines.Select((line, number) => (line, number)).OrderByDescending(each => each.line.Points[^1].Milliseconds))
        {
            var colour = Colours[number % Colours.Length];
            var corners = string.Join(' ', line.Points.Select(point => Text($"{across.At(point.Sections):0.#},{up.At(point.Milliseconds):0.#}")));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<polyline points="{corners}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{Dashes[number / Marks.Length % Dashes.Length]}"/>""");
            foreach (var point in line.Points)
            {
                svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="{Marks[number % Marks.Length]}" transform="translate({across.At(point.Sections):0.#} {up.At(point.Milliseconds):0.#})" fill="{colour}"/>""");
            }

            // Names of lines that end close together are moved apart, downwards.
            var (x, y) = (across.At(line.Points[^1].Sections), up.At(line.Points[^1].Milliseconds));
            free = Math.Max(y, free + LabelDistance);
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="M{x + 7:0.#} {y:0.#}L{x + 20:0.#} {free:0.#}" stroke="{colour}" fill="none"/><text x="{x + 24:0.#}" y="{free + 4:0.#}" fill="{colour}">{line.Name}, {line.Points[^1].Milliseconds:0.0} ms</text>""");
        }
    }

    private static string Describe(IEnumerable<CostLine> lines) => string.Join(' ', lines.Select(line =>
        $"{line.Name}: {string.Join(", ", line.Points.Select(point => Text($"{point.Milliseconds:0.0} ms at {point.Sections:N0} sections")))}."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Name">Of the line; letters, digits and spaces.</param>
/// <param name="Points">The fewest sections first.</param>
internal sealed record CostLine(string Name, IReadOnlyList<(int Sections, double Milliseconds)> Points);
