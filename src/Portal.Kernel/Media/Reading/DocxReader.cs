using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Kernel.Media.Reading;

/// <summary>Reads Word documents, cut at their headings. The text is streamed; what unpacks to more than is allowed is refused before.</summary>
public sealed class DocxReader : IFileReader
{
    private const long MaxUnpacked = 200L * 1024 * 1024;
    private const int MaxEntries = 10_000;
    private const int MaxCharacters = 5_000_000;

    public string Extension => ".docx";

    public bool IsReady => true;

    public Task<IReadOnlyList<FileSection>> ReadAsync(string file, CancellationToken cancellationToken)
        => Task.Run<IReadOnlyList<FileSection>>(() => Read(file, cancellationToken), cancellationToken);

    private static List<FileSection> Read(string file, CancellationToken cancellationToken)
    {
        try
        {
            RefuseBombs(file);
            using var document = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = 4 * MaxCharacters });
            return document.MainDocumentPart is { } main ? Sections(main, cancellationToken) : throw new UnreadableFileException("It is not a Word document, or broken.");
        }
        catch (Exception exception) when (exception is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new UnreadableFileException("It is not a Word document, or broken.");
        }
    }

    private static void RefuseBombs(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        if (zip.Entries.Count > MaxEntries || zip.Entries.Sum(entry => entry.Length) > MaxUnpacked)
        {
            throw new UnreadableFileException("It unpacks to more than is read.");
        }
    }

    private static List<FileSection> Sections(MainDocumentPart main, CancellationToken cancellationToken)
    {
        var sections = new List<FileSection>();
        var text = new StringBuilder();
        var (title, characters) = ((string?)null, 0);
        var headings = Headings(main);
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Paragraph) || !reader.IsStartElement)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var paragraph = (Paragraph)reader.LoadCurrentElement()!;
            var line = Text(paragraph);
            characters += line.Length;
            if (characters > MaxCharacters)
            {
                throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"It has more than {MaxCharacters:N0} characters."));
            }

            if (IsHeading(paragraph, headings) && line.Length > 0)
            {
                Close();
                title = line;
            }
            else if (line.Length > 0)
            {
                text.Append(line).Append('\n');
            }
        }

        Close();
        return sections;

        void Close()
        {
            if (title is not null || text.Length > 0)
            {
                sections.Add(new FileSection(title, null, text.ToString().Trim()));
            }

            text.Clear();
        }
    }

    // Deleted text that is only marked as such is not of the document any more; InnerText would have it.
    private static string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            text.Append(part switch { Text words => words.Text, TabChar or Break or CarriageReturn => " ", NoBreakHyphen => "-", _ => "" });
        }

        return text.ToString().Trim();
    }

    private static bool IsHeading(Paragraph paragraph, HashSet<string> headings)
        => paragraph.ParagraphProperties?.OutlineLevel is not null
            || (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && headings.Contains(style));

    // The ids of styles are in the language of who wrote; the names of Word's own are not.
    private static HashSet<string> Headings(MainDocumentPart main)
        => main.StyleDefinitionsPart?.Styles is { } styles
            ? styles.Elements<Style>().Where(style => style.StyleName?.Val?.Value?.StartsWith("heading", StringComparison.OrdinalIgnoreCase) == true)
                .Select(style => style.StyleId?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal)
            : [];
}
