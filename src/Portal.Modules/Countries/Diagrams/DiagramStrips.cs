using Portal.Modules.Countries.Models;

namespace Portal.Modules.Countries.Diagrams;

/// <summary>The right side of the drawing: for each structure a strip for every relation that it names, and one for every relation that names it.</summary>
internal sealed class DiagramStrips
{
    private const int LabelLine = 17, LabelSize = 14, Space = 10, Top = 8, Bare = 20, PortStep = 9;

    private readonly List<Strip> _strips = [];
    private readonly int _label;
    private readonly int _outside;

    /// <param name="structures">From top to bottom.</param>
    /// <param name="label">How wide labels may be.</param>
    /// <param name="outside">How wide the boxes of others are.</param>
    public DiagramStrips(IReadOnlyList<Structure> structures, int label, int outside)
    {
        (_label, _outside) = (label, outside);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var structure in structures)
        {
            // Somebody else stands where they are named first; who names them again draws a line there.
            _strips.AddRange(structure.WorksWith.Select(relation => new Strip(structure.Anchor, relation, IsFirst: relation.Anchor is null && seen.Add(relation.With))));
        }

        _strips = [.. _strips.Select(Measured)];
    }

    public bool Any => _strips.Count > 0;

    /// <summary>How high a structure's box has to be for its strips.</summary>
    public int HeightOf(Structure structure)
    {
        var own = _strips.Where(strip => strip.From == structure.Anchor).Sum(strip => strip.Height + Space);
        var incoming = _strips.Count(strip => strip.Relation.Anchor == structure.Anchor) * Bare;
        return own + incoming == 0 ? 0 : (2 * Top) + own + incoming;
    }

    /// <summary>Puts everything in its place beside boxes that have theirs.</summary>
    public DiagramSide Place(IReadOnlyList<DiagramBox> boxes, int track)
    {
        var column = boxes[0].Area.Right;
        if (!Any)
        {
            return new DiagramSide(column, [], [], []);
        }

        var rows = boxes.SelectMany(Rows).ToList();
        var turning = rows.Where(row => !row.Strip.IsFirst).ToList();
        var tracks = column + Space + _label + Space;
        var others = tracks + ((turning.Count + 1) * track);
        var outside = rows.Where(row => row.Strip.IsFirst).Select(row => Outside(row, others)).ToDictionary(box => box.Key, StringComparer.OrdinalIgnoreCase);
        var below = boxes.ToDictionary(box => box.Key, box => box.Area.Y + Top + _strips.Where(strip => strip.From == box.Key).Sum(strip => strip.Height + Space), StringComparer.Ordinal);

        var straight = rows.Except(turning).Select(row => row.Edge(row.Strip.Relation.With, [new(column, row.Line), new(others, row.Line)]));
        var turned = turning.Select((row, i) =>
        {
            var before = turning.Take(i).Count(other => other.Strip.ArrivesWith(row.Strip));
            var end = row.Strip.Relation.Anchor is { } anchor
                ? new DiagramPoint(column, below[anchor] + (before * Bare) + (Bare / 2))
                : new DiagramPoint(others, Middle(outside[row.Strip.Relation.With]) + ((before + 1) * PortStep));
            var x = tracks + (i * track);
            return row.Edge(row.Strip.Relation.Anchor ?? outside[row.Strip.Relation.With].Key, [new(column, row.Line), new(x, row.Line), new(x, end.Y), end]);
        });
        return new DiagramSide(
            outside.Count > 0 ? others + _outside : others - track,
            [.. outside.Values],
            [.. straight.Concat(turned)],
            [.. rows.Where(row => row.Strip.Words.Count > 0).Select(row => Label(row, column + Space))]);
    }

    private static int Middle(DiagramBox box) => box.Area.Y + (box.Area.Height / 2);

    private IEnumerable<Row> Rows(DiagramBox box)
    {
        var y = box.Area.Y + Top;
        foreach (var strip in _strips.Where(strip => strip.From == box.Key))
        {
            yield return new Row(strip, y + strip.Line);
            y += strip.Height + Space;
        }
    }

    private DiagramBox Outside(Row row, int x) => DiagramBoxes.Outside(row.Strip.Relation.With, x, row.Line, _outside, HeightOf(row.Strip.Relation.With));

    private DiagramLabel Label(Row row, int x)
    {
        var words = row.Strip.Words;
        var top = row.Line - (words.Count * LabelLine) - 4;
        return new DiagramLabel(
            new DiagramArea(x, top, _label, words.Count * LabelLine),
            [.. words.Select((text, i) => new DiagramText(text, x, top + (i * LabelLine) + LabelSize - 1))]);
    }

    private Strip Measured(Strip strip)
    {
        var words = strip.Relation.WhatFor is { } whatFor ? DiagramWords.Wrap(whatFor, _label, LabelSize) : [];
        var half = strip.IsFirst ? (HeightOf(strip.Relation.With) + 1) / 2 : 0;
        var line = Math.Max(words.Count > 0 ? (words.Count * LabelLine) + 4 : Bare / 2, half);
        return strip with { Words = words, Line = line, Height = line + Math.Max(half, 2) };
    }

    // Lines that arrive besides the first need room below its middle.
    private int HeightOf(string name)
    {
        var more = _strips.Count(strip => !strip.IsFirst && strip.Relation.Anchor is null && string.Equals(strip.Relation.With, name, StringComparison.OrdinalIgnoreCase));
        return Math.Max(DiagramBoxes.OutsideHeight(name, _outside), 2 * ((more * PortStep) + 8));
    }

    /// <param name="IsFirst">Whether it draws the box of somebody else.</param>
    private sealed record Strip(string From, Relation Relation, bool IsFirst)
    {
        public int Height { get; init; }

        /// <summary>How far below its top the line runs.</summary>
        public int Line { get; init; }

        public IReadOnlyList<string> Words { get; init; } = [];

        public bool ArrivesWith(Strip other)
            => Relation.Anchor == other.Relation.Anchor && (Relation.Anchor is not null || string.Equals(Relation.With, other.Relation.With, StringComparison.OrdinalIgnoreCase));
    }

    private sealed record Row(Strip Strip, int Line)
    {
        public DiagramEdge Edge(string to, IReadOnlyList<DiagramPoint> points) => new(Strip.From, to, IsPart: false, points);
    }
}

/// <param name="Right">Where it ends.</param>
internal sealed record DiagramSide(int Right, IReadOnlyList<DiagramBox> Outside, IReadOnlyList<DiagramEdge> Edges, IReadOnlyList<DiagramLabel> Labels);
