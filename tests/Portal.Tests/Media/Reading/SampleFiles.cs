using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Tests.Media.Reading;

/// <summary>Files of the kinds whose text is searched.</summary>
public static class SampleFiles
{
    /// <summary>A PDF with a page for each text; ASCII without parentheses.</summary>
    public static byte[] Pdf(params IReadOnlyList<string> pages)
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var text in pages)
        {
            var drawn = $"BT /F1 12 Tf 14 TL 72 720 Td {string.Join(' ', text.Split('\n').Select(line => $"({line}) Tj T*"))} ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A Word document: lines that begin with <c>#</c> are headings, in a style that a German Word would have named.</summary>
    public static byte[] Docx(params IEnumerable<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "berschrift1" });
            main.Document = new Document(new Body(lines.Select(Paragraph)));
        }

        return bytes.ToArray();
    }

    private static Paragraph Paragraph(string line)
        => line.StartsWith('#')
            ? new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "berschrift1" }), new Run(new Text(line[1..].Trim())))
            : new Paragraph(new Run(new Text(line)), new DeletedRun(new Run(new DeletedText("taken out"))));
}
