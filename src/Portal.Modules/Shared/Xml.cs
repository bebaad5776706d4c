using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Portal.Modules.Shared;

/// <summary>Answers with an XML document.</summary>
public static class Xml
{
    public static IResult Result(XElement root, string contentType)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            new XDocument(Clean(root)).Save(writer);
        }

        return Results.Bytes(stream.ToArray(), contentType + "; charset=utf-8");
    }

    // A text may hold characters that XML has no way to write.
    private static XElement Clean(XElement root)
    {
        foreach (var text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = string.Concat(text.Value.Where((c, i) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        }

        return root;
    }
}
