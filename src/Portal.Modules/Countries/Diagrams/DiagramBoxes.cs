using Portal.Modules.Countries.Models;

namespace Portal.Modules.Countries.Diagrams;

/// <summary>Writes into boxes: who it is, what it is part of, who leads, who sits, who is called in.</summary>
internal static class DiagramBoxes
{
    public const int TitleSize = 16, TextSize = 14;
    // A line may end with it and not begin with it.
    private const string Separator = "\u00A0· ";

    private const int Padding = 12, TitleLine = 20, Line = 18;

    // Smaller, the two lines at its left side would not find room.
    private const int Least = 44;

    public static DiagramBox Of(Structure structure, int x, int y, int width, int height)
    {
        var (title, below) = Lines(null, structure.Title, x + Padding, y + Padding, width, TitleSize, TitleLine);
        var lines = new List<DiagramText>();
        foreach (var (lead, text) in Texts(structure))
        {
            (var more, below) = Lines(lead, text, x + Padding, below + 4, width, TextSize, Line);
            lines.AddRange(more);
        }

        return new DiagramBox(structure.Anchor, new DiagramArea(x, y, width, Math.Max(Math.Max(below + Padding - y, height), Least)), IsOutside: false, title, lines);
    }

    /// <summary>Somebody else, round the height at which the line arrives.</summary>
    public static DiagramBox Outside(string name, int x, int middle, int width, int height)
    {
        var y = middle - (height / 2);
        var text = OutsideHeight(name, width) - (2 * Padding);
        var (title, _) = Lines(null, name, x + Padding, middle - (text / 2), width, TextSize, Line);
        return new DiagramBox(name, new DiagramArea(x, y, width, height), IsOutside: true, title, []);
    }

    public static int OutsideHeight(string name, int width) => (DiagramWords.Wrap(name, width - (2 * Padding), TextSize).Count * Line) + (2 * Padding);

    private static IEnumerable<(string Lead, string Text)> Texts(Structure structure)
    {
        (string Lead, string? Text)[] all =
        [
            ("Levels:", structure.Levels.Count > 1 ? string.Join(Separator, structure.Levels.Select(level => level.Title)) : null),
            ("Part of:", structure.PartOf),
            ("Led by:", structure.Lead),
            ("Sit in it:", Joined(structure.CoreMembers)),
            ("Called in:", Joined(structure.AdHocMembers)),
        ];
        return all.Where(line => line.Text is not null).Select(line => (line.Lead, line.Text!));
    }

    private static string? Joined(IReadOnlyList<string> members) => members.Count == 0 ? null : string.Join(Separator, members);

    private static (IReadOnlyList<DiagramText> Lines, int Below) Lines(string? lead, string text, int x, int y, int width, int size, int height)
    {
        // What stands in front is bold, so a little wider.
        var indent = lead is null ? 0 : DiagramWords.Width(lead + " ", size + 1);
        var lines = DiagramWords.Wrap(text, width - (2 * Padding), size, indent);
        return ([.. lines.Select((line, i) => new DiagramText(line, x, y + (i * height) + size, i == 0 ? lead : null))], y + (lines.Count * height));
    }
}
