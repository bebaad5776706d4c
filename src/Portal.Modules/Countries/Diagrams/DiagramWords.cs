using System.Text;

namespace Portal.Modules.Countries.Diagrams;

/// <summary>Breaks texts into lines. An SVG does not, and the server has no fonts: letters are taken for a little wider than they are.</summary>
internal static class DiagramWords
{
    // Not at a blank that holds two words together.
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n'];

    /// <param name="text">Any text.</param>
    /// <param name="width">What a line may take, in pixels.</param>
    /// <param name="size">The size of the letters.</param>
    /// <param name="indent">What the first line has already, in pixels.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int size, double indent = 0)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = indent;
        foreach (var word in text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, size)))
        {
            var wide = Width(word, size);
            if (used > 0 && used + Width(" ", size) + wide > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            used += (line.Length > 0 ? Width(" ", size) : 0) + wide;
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        return [.. lines, line.ToString()];
    }

    public static double Width(string text, int size) => text.EnumerateRunes().Sum(Em) * size;

    private static IEnumerable<string> Pieces(string word, int width, int size)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length > 0 && Width(piece.ToString(), size) + (Em(rune) * size) > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        yield return piece.ToString();
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        ' ' or '\u00A0' or 'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '’' or '·' or '(' or ')' or '|' or '!' => 0.32,
        'f' or 't' or 'r' or '-' or '/' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.92,
        < 0x250 => Rune.IsUpper(rune) ? 0.7 : 0.58,
        _ => 1,
    };
}
