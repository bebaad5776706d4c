using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Kernel.Media.Reading;

/// <summary>
/// Reads Word documents, cut at their headings. Element by element: nothing is built of what stands in each other, however deep; what unpacks to more than
/// is allowed, or takes too long, is refused.
/// </summary>
public sealed class DocxReader : IFileReader
{
    private const long MaxUnpacked = 200L * 1024 * 1024;
    private const int MaxEntries = 10_000;
    private const long MaxInPart = 4L * SectionCutter.MaxCharacters;

    /// <summary>Of the parts that say what the others are, together: the library reads them all, and whole, whatever they hold.</summary>
    private const int MaxDirectories = 1024 * 1024;

    public string Extension => ".docx";

    public bool Knows(ReadOnlySpan<byte> beginning) => beginning.StartsWith("PK\u0003\u0004"u8);

    public bool IsReady => true;

    public async Task<FileText> ReadAsync(string file, TimeSpan most, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(most);
        try
        {
            return new FileText(await Task.Run(() => Read(file, limit.Token), limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableFileException($"Reading it took more than {most.TotalSeconds:0} seconds.", mayPass: true);
        }
    }

    private static List<FileSection> Read(string file, CancellationToken cancellationToken)
    {
        try
        {
            RefuseBombs(file);
            try
            {
                using var document = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxInPart });
                return Sections(document, cancellationToken);
            }
            catch (Exception exception) when (exception is OpenXmlPackageException or UriFormatException)
            {
                return Mended(file, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new UnreadableFileException("It is not a Word document, or broken.");
        }
    }

    // Word writes what was typed as a link, and two addresses after 'mailto:' are none. The library puts others in their place where it may write: nothing is followed here.
    private static List<FileSection> Mended(string file, CancellationToken cancellationToken)
    {
        using var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 4096, FileOptions.DeleteOnClose);
        using (var original = File.OpenRead(file))
        {
            original.CopyTo(copy);
        }

        using var document = WordprocessingDocument.Open(copy, isEditable: true, new OpenSettings
        {
            MaxCharactersInPart = MaxInPart,
            AutoSave = false,
            RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
        });
        return Sections(document, cancellationToken);
    }

    private static List<FileSection> Sections(WordprocessingDocument document, CancellationToken cancellationToken)
        => document.MainDocumentPart is { } main ? Sections(main, cancellationToken) : throw new UnreadableFileException("It is not a Word document, or broken.");

    private static void RefuseBombs(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        var left = zip.Entries.Count > MaxEntries ? -1 : MaxUnpacked;
        var directories = MaxDirectories;
        foreach (var entry in zip.Entries)
        {
            // Sizes are what the file says of itself: any number, also one that no sum could hold.
            left = entry.Length < 0 || entry.Length > left ? -1 : left - entry.Length;
            directories -= IsDirectory(entry.FullName) ? Length(entry, directories + 1) : 0;
            if (left < 0 || directories < 0)
            {
                throw new UnreadableFileException("It unpacks to more than is read.");
            }

            // Nothing that writes documents cuts a part in pieces; the library joins them, directories too, and takes a minute for what is read in a second whole.
            if (entry.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase))
            {
                throw new UnreadableFileException("Its parts are cut in pieces; save it anew.");
            }
        }
    }

    private static bool IsDirectory(string name)
        => name.TrimStart('/').Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    // Unpacked, for the size that it says it has is what somebody wrote.
    private static int Length(ZipArchiveEntry entry, int most)
    {
        using var content = entry.Open();
        var buffer = new byte[16 * 1024];
        var length = 0;
        for (int read; length < most && (read = content.Read(buffer)) > 0; length += read)
        {
        }

        return length;
    }

    private static List<FileSection> Sections(MainDocumentPart main, CancellationToken cancellationToken)
    {
        var headings = Headings(main, cancellationToken);
        var cut = new SectionCutter();
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.IsStartElement)
            {
                Begin(reader, cut, headings);
            }

            if (reader.IsEndElement && reader.ElementType == typeof(Paragraph))
            {
                cut.EndParagraph();
            }
        }

        return cut.End();
    }

    // Deleted text that is only marked as such is of another type, and not of the document any more.
    private static void Begin(OpenXmlReader reader, SectionCutter cut, HashSet<string> headings)
    {
        var type = reader.ElementType;
        if (type == typeof(Text))
        {
            cut.Add(reader.GetText());
        }
        else if (type == typeof(TabChar) || type == typeof(Break) || type == typeof(CarriageReturn))
        {
            cut.Add(" ");
        }
        else if (type == typeof(NoBreakHyphen))
        {
            cut.Add("-");
        }
        else if (type == typeof(OutlineLevel) || (type == typeof(ParagraphStyleId) && Attribute(reader, "val") is { } style && headings.Contains(style)))
        {
            cut.IsHeading = true;
        }
    }

    // The ids of styles are in the language of who wrote; the names of Word's own are not.
    private static HashSet<string> Headings(MainDocumentPart main, CancellationToken cancellationToken)
    {
        var headings = new HashSet<string>(StringComparer.Ordinal);
        if (main.StyleDefinitionsPart is not { } styles)
        {
            return headings;
        }

        string? id = null;
        using var reader = OpenXmlReader.Create(styles);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.IsStartElement && reader.ElementType == typeof(Style))
            {
                id = Attribute(reader, "styleId");
            }
            else if (reader.IsStartElement && id is not null && reader.ElementType == typeof(StyleName) && Attribute(reader, "val")?.StartsWith("heading", StringComparison.OrdinalIgnoreCase) == true)
            {
                headings.Add(id);
            }
        }

        return headings;
    }

    private static string? Attribute(OpenXmlReader reader, string name) => reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == name).Value;
}
