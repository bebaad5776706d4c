using Portal.Modules.Countries.Diagrams;
using Portal.Modules.Countries.Models;
using Xunit;

namespace Portal.Tests.Countries;

/// <summary>Whatever the data are, nothing in the drawing lies on anything else, and every line leads from a box to a box.</summary>
public sealed class StructureDiagramTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyStructures_OverlapsNothing(int seed)
    {
        var diagram = DiagramLayout.Of(Generated(seed))!;
        var areas = diagram.Boxes.Select(box => box.Area).Concat(diagram.Labels.Select(label => label.Area)).ToList();
        for (var i = 0; i < areas.Count; i++)
        {
            Assert.All(areas.Skip(i + 1), other => Assert.False(Overlap(areas[i], other), $"{areas[i]} and {other}"));
        }

        var all = new DiagramArea(0, 0, diagram.Width + 1, diagram.Height + 1);
        Assert.All(areas, area => Assert.True(area is { X: >= 0, Y: >= 0 } && area.Right <= all.Width && area.Bottom <= all.Height, $"{area} is not within {all}"));
    }

    private static bool Overlap(DiagramArea one, DiagramArea other) => one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyStructures_DrawsEveryLineFromBoxToBox(int seed)
    {
        var structures = Generated(seed);
        var diagram = DiagramLayout.Of(structures)!;
        Assert.Equal(structures.Sum(structure => structure.WorksWith.Count), diagram.Edges.Count(edge => !edge.IsPart));
        Assert.Equal(structures.Count(structure => structure.Parent is not null), diagram.Edges.Count(edge => edge.IsPart));
        var boxes = diagram.Boxes.ToDictionary(box => box.Key, box => box.Area, StringComparer.OrdinalIgnoreCase);
        Assert.All(diagram.Edges, edge =>
        {
            AssertAtTheSide(boxes[edge.From], edge.Points[0]);
            AssertAtTheSide(boxes[edge.To], edge.Points[^1]);
            var hit = boxes.Values.Concat(diagram.Labels.Select(label => label.Area)).Where(area => edge.Points.Zip(edge.Points.Skip(1)).Any(line => Crosses(line.First, line.Second, area)));
            Assert.Empty(hit);
        });
    }

    // Two relations of one drawing must not share a line, or nobody sees which is which. Parts of one whole may.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyStructures_GivesEveryRelationALineOfItsOwn(int seed)
    {
        var edges = DiagramLayout.Of(Generated(seed))!.Edges.Where(edge => !edge.IsPart).ToList();
        var upright = edges.Where(edge => edge.Points.Count > 2).Select(edge => edge.Points[1].X).ToList();
        Assert.Equal(upright.Distinct(), upright);
        Assert.Equal(edges.Select(edge => edge.Points[0]).Distinct(), edges.Select(edge => edge.Points[0]));
        Assert.Equal(edges.Select(edge => edge.Points[^1]).Distinct(), edges.Select(edge => edge.Points[^1]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyStructures_KeepsTheWordsInTheirBoxes(int seed)
        => Assert.All(DiagramLayout.Of(Generated(seed))!.Boxes, box => Assert.All(box.Title.Concat(box.Lines), line =>
        {
            Assert.InRange(line.X, box.Area.X + 1, box.Area.Right);
            Assert.InRange(line.Y, box.Area.Y + 10, box.Area.Bottom - 4);
            Assert.True(line.Text.Length * 4 < box.Area.Width * 2, line.Text);
        }));

    // A drawing that had to shrink below what can be read leaves the sheet to the list.
    [Theory]
    [InlineData(760, 900, true)]
    [InlineData(760, 2100, false)]
    [InlineData(1500, 400, false)]
    public void Drawing_FitsPaper_OnlyWhenItCanBeReadThere(int width, int height, bool fits) => Assert.Equal(fits, new StructureDiagram(width, height).FitsPaper);

    [Fact]
    public void Of_NoStructure_IsNoDrawing() => Assert.Null(DiagramLayout.Of([]));

    [Fact]
    public void Of_SomebodyElseNamedTwice_DrawsOneBox()
    {
        var diagram = DiagramLayout.Of([One("a") with { WorksWith = [new("Schools", "reports", null)] }, One("b") with { WorksWith = [new("schools", null, null)] }])!;
        Assert.Equal("Schools", Assert.Single(diagram.Boxes, box => box.IsOutside).Key);
        Assert.Equal(2, diagram.Edges.Count);
    }

    [Fact]
    public void Of_SeveralLevels_StandsBroadestFirst()
    {
        var diagram = DiagramLayout.Of([One("town") with { Levels = [new(3, "Local")] }, One("unknown"), One("state") with { Levels = [new(1, "National"), new(3, "Local")] }])!;
        Assert.Equal(["National", "Local", "Level not stated"], diagram.Levels.Select(level => level.Text));
        Assert.Equal(["state", "town", "unknown"], diagram.Boxes.OrderBy(box => box.Area.Y).Select(box => box.Key));
    }

    [Fact]
    public void Tree_OfARing_HoldsEveryStructureOnce()
    {
        var trees = StructureTree.Of([One("a") with { Parent = "b" }, One("b") with { Parent = "a" }, One("c") with { Parent = "a" }, One("d")]);
        Assert.Equal(["a", "b", "c", "d"], trees.SelectMany(tree => tree.All).Select(structure => structure.Anchor).Order(StringComparer.Ordinal));
    }

    private static Structure One(string anchor) => new() { Anchor = anchor, Title = anchor };

    private static List<Structure> Generated(int seed)
    {
        var random = new Random(seed);
        var anchors = Enumerable.Range(0, random.Next(1, 13)).Select(i => $"structure-{i}").ToList();
        return [.. anchors.Select(anchor => new Structure
        {
            Anchor = anchor,
            Title = Words(random, 9),
            Levels = random.Next(4) == 0 ? [] : [new(random.Next(4), "Level")],
            Lead = random.Next(2) == 0 ? null : Words(random, 30),
            CoreMembers = [.. Enumerable.Range(0, random.Next(9)).Select(_ => Words(random, 6))],
            PartOf = "whole",
            Parent = Other(random, anchors, anchor),
            WorksWith = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Other(random, anchors, anchor) is { } other
                ? new Relation(other, random.Next(3) == 0 ? null : Words(random, 20), other)
                : new Relation($"Somebody {random.Next(6)} {(random.Next(2) == 0 ? "else" : "ELSE")}", random.Next(3) == 0 ? null : Words(random, 20), null))],
        })];
    }

    private static string? Other(Random random, List<string> anchors, string anchor)
        => random.Next(2) == 0 || anchors.Count == 1 ? null : anchors.Where(other => other != anchor).ElementAt(random.Next(anchors.Count - 1));

    private static string Words(Random random, int most)
        => string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => new string((char)('a' + random.Next(26)), random.Next(12) == 0 ? 60 : random.Next(1, 12))));

    private static void AssertAtTheSide(DiagramArea box, DiagramPoint point)
    {
        Assert.True(point.X == box.X || point.X == box.Right, $"{point} is at no side of {box}");
        Assert.InRange(point.Y, box.Y + 1, box.Bottom - 1);
    }

    private static bool Crosses(DiagramPoint from, DiagramPoint to, DiagramArea area)
        => Math.Max(from.X, to.X) > area.X && Math.Min(from.X, to.X) < area.Right && Math.Max(from.Y, to.Y) > area.Y && Math.Min(from.Y, to.Y) < area.Bottom;
}
