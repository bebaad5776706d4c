namespace Portal.Modules.Countries.Diagrams;

/// <summary>A country's structures as a drawing, in pixels: boxes by level, what is part of what at the left, who works with whom at the right.</summary>
public sealed record StructureDiagram(int Width, int Height)
{
    // What the drawing has of a sheet of A4, and how small its letters may become there.
    private const double PaperWidth = 650, PaperHeight = 750, LeastScale = 0.6;

    /// <summary>Whether it can be read on paper; the list says the same.</summary>
    public bool FitsPaper => Math.Min(PaperWidth / Width, PaperHeight / Height) >= LeastScale;

    public IReadOnlyList<DiagramText> Levels { get; init; } = [];
    public IReadOnlyList<DiagramBox> Boxes { get; init; } = [];
    public IReadOnlyList<DiagramEdge> Edges { get; init; } = [];

    /// <summary>What somebody works with somebody for, above the line between them.</summary>
    public IReadOnlyList<DiagramLabel> Labels { get; init; } = [];
}

public sealed record DiagramPoint(int X, int Y);

public sealed record DiagramArea(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}

/// <param name="Lead">Words in front that say what the text is: 'Led by'.</param>
/// <param name="X">Where the line begins.</param>
/// <param name="Y">Its base line.</param>
public sealed record DiagramText(string Text, int X, int Y, string? Lead = null);

/// <param name="Key">A structure's anchor, or the name of somebody else.</param>
/// <param name="IsOutside">Whether it is somebody whom the model names but does not describe.</param>
public sealed record DiagramBox(string Key, DiagramArea Area, bool IsOutside, IReadOnlyList<DiagramText> Title, IReadOnlyList<DiagramText> Lines);

public sealed record DiagramLabel(DiagramArea Area, IReadOnlyList<DiagramText> Lines);

/// <param name="From">Key of the box that it begins at.</param>
/// <param name="To">Key of the box that it ends at.</param>
/// <param name="IsPart">Whether the one is part of the other; else they work together.</param>
/// <param name="Points">Its corners.</param>
public sealed record DiagramEdge(string From, string To, bool IsPart, IReadOnlyList<DiagramPoint> Points)
{
    public string Path => "M" + string.Join('L', Points.Select(point => FormattableString.Invariant($"{point.X},{point.Y}")));

    /// <summary>The head of the arrow, or for a part the knob at the whole.</summary>
    public string Head
    {
        get
        {
            var (x, y) = (Points[^1].X, Points[^1].Y);
            var back = Points[^2].X > x ? 9 : -9;
            return IsPart ? FormattableString.Invariant($"M{x},{y}l-6,-5l-6,5l6,5z") : FormattableString.Invariant($"M{x},{y}l{back},-5v10z");
        }
    }
}
