using System.Globalization;
using System.Text;

namespace Portal.Kernel.Media.Reading;

/// <summary>Gathers paragraphs, and cuts before each heading.</summary>
internal sealed class SectionCutter
{
    public const int MaxCharacters = 5_000_000;

    /// <summary>A stretch without headings is cut at about so many: each search that shows it reads it whole.</summary>
    private const int MaxSection = 8_000;

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
            _title = line;
        }
        else if (line.Length > 0)
        {
            if (_section.Length > 0 && _section.Length + line.Length > MaxSection)
            {
                Close();
            }

            _section.Append(line).Append('\n');
        }

        IsHeading = false;
    }

    public List<FileSection> End()
    {
        EndParagraph();
        Close();
        return _sections;
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
