using System.Globalization;
using System.Text;

namespace Portal.Kernel.Media.Reading;

/// <summary>Gathers paragraphs, and cuts before each heading.</summary>
internal sealed class SectionCutter
{
    public const int MaxCharacters = 5_000_000;

    /// <summary>A stretch without headings is cut at about so many: each search that shows it reads it whole.</summary>
    private const int MaxSection = 8_000;

    /// <summary>A heading is shown with every hit.</summary>
    private const int MaxTitle = 200;

    private readonly List<FileSection> _sections = [];
    private readonly StringBuilder _section = new();
    private readonly StringBuilder _line = new();
    private string? _title;
    private int _characters;

    public bool IsHeading { get; set; }

    public void Add(string text)
    {
        _line.Append(text);
        _characters += text.Length;
        if (_characters > MaxCharacters)
        {
            throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"It has more than {MaxCharacters:N0} characters."));
        }
    }

    public void EndParagraph()
    {
        var line = _line.ToString().Trim();
        _line.Clear();
        if (IsHeading && line.Length > 0)
        {
            Close();
            _title = line.Length <= MaxTitle ? line : line[..Cut(line, 0, MaxTitle - 1)].TrimEnd() + "…";
            line = line.Length <= MaxTitle ? "" : line;
        }

        foreach (var piece in Pieces(line))
        {
            if (_section.Length > 0 && _section.Length + piece.Length > MaxSection)
            {
                Close();
            }

            _section.Append(piece).Append('\n');
        }

        IsHeading = false;
    }

    public List<FileSection> End()
    {
        EndParagraph();
        Close();
        return _sections;
    }

    /// <summary>A text in pieces that are short enough to be a section's, cut between words where there are any.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Cut(text, start, MaxSection);
            yield return text[start..end].Trim();
            start = end;
        }
    }

    private static int Cut(string text, int start, int most)
    {
        if (text.Length - start <= most)
        {
            return text.Length;
        }

        var gap = text.AsSpan(start, most).LastIndexOfAny(' ', '\n');
        var end = start + (gap > most / 2 ? gap : most);
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    // What goes on under the same heading bears it too.
    private void Close()
    {
        if (_section.Length > 0 || (_title is not null && (_sections.Count == 0 || _sections[^1].Title != _title)))
        {
            _sections.Add(new FileSection(_title, null, _section.ToString().Trim()));
        }

        _section.Clear();
    }
}
