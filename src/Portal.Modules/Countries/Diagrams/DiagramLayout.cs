using Portal.Modules.Countries.Models;

namespace Portal.Modules.Countries.Diagrams;

/// <summary>
/// Lays a country's structures out in one column, level under level. Every relation has a strip of its own at the right of its box, for its label and its
/// line, and every line that has to go up or down a track of its own, so that nothing lies on anything else whatever the data are.
/// </summary>
public sealed class DiagramLayout
{
    private const int Margin = 10, Track = 14, Gap = 20, Heading = 34, Label = 170, Outside = 168, Wide = 440, Narrow = 284, PortAt = 16, PartAt = 28;
    private const string NoLevel = "Level not stated";

    private readonly IReadOnlyList<Structure> _ordered;
    private readonly List<string> _wholes;
    private readonly DiagramStrips _strips;
    private readonly int _left;
    private readonly int _width;

    private DiagramLayout(IReadOnlyList<Structure> structures)
    {
        // Level by level; within one, what is part of something right after it.
        _ordered = [.. StructureTree.Of(structures).SelectMany(tree => tree.All).OrderBy(structure => structure.Rank)];
        _wholes = [.. _ordered.Select(structure => structure.Parent).OfType<string>().Distinct(StringComparer.Ordinal)];
        _strips = new DiagramStrips(_ordered, Label, Outside);
        _left = Margin + (_wholes.Count * Track) + (_wholes.Count > 0 ? Track : 0);
        _width = _strips.Any ? Narrow : Wide;
    }

    /// <summary>The drawing; null when there is nothing to draw.</summary>
    public static StructureDiagram? Of(IReadOnlyList<Structure> structures) => structures.Count == 0 ? null : new DiagramLayout(structures).Draw();

    private StructureDiagram Draw()
    {
        var levels = new List<DiagramText>();
        var boxes = new List<DiagramBox>();
        var y = Margin;
        foreach (var band in _ordered.GroupBy(structure => structure.Rank))
        {
            y += Heading;
            levels.Add(new DiagramText(band.First().Levels is [var level, ..] ? level.Title : NoLevel, _left, y - 12));
            foreach (var structure in band)
            {
                var box = DiagramBoxes.Of(structure, _left, y, _width, _strips.HeightOf(structure));
                boxes.Add(box);
                y = box.Area.Bottom + Gap;
            }
        }

        var right = _strips.Place(boxes, Track);
        var edges = boxes.Select(box => Part(box, boxes)).OfType<DiagramEdge>().Concat(right.Edges).ToList();
        return new StructureDiagram(right.Right + Margin, y - Gap + Margin) { Levels = levels, Boxes = [.. boxes, .. right.Outside], Edges = edges, Labels = right.Labels };
    }

    private DiagramEdge? Part(DiagramBox box, List<DiagramBox> boxes)
    {
        if (_ordered.First(structure => structure.Anchor == box.Key).Parent is not { } parent)
        {
            return null;
        }

        var whole = boxes.First(other => other.Key == parent);
        var track = Margin + (_wholes.IndexOf(parent) * Track);
        var (from, to) = (box.Area.Y + PartAt, whole.Area.Y + PortAt);
        return new DiagramEdge(box.Key, parent, IsPart: true, [new(box.Area.X, from), new(track, from), new(track, to), new(whole.Area.X, to)]);
    }
}
