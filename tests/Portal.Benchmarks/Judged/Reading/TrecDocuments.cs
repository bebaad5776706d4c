using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Judged.Reading;

/// <summary>
/// Documents as TREC hands them out: <c>DOC</c> elements one after the other, without an element round them. Of each are read its DOCNO, its title (TITLE, HEADLINE, HEAD, HL, TI or TTL) and its TEXT elements;
/// where there is no TEXT, all the rest. What is no tag is text.
/// </summary>
internal static partial class TrecDocuments
{
    private const string End = "</DOC>";

    public static IEnumerable<CollectionDocument> Read(LineReader lines)
    {
        var text = new StringBuilder();
        var began = 0;
        while (lines.Next() is { } line)
        {
            for (var end = line.IndexOf(End, StringComparison.OrdinalIgnoreCase); end >= 0; end = line.IndexOf(End, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(line, 0, end);
                yield return One(text.ToString(), lines, began > 0 ? began : lines.Line);
                text.Clear();
                began = 0;
                line = line[(end + End.Length)..];
            }

            if (began == 0 && string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            began = began > 0 ? began : lines.Line;
            text.Append(line).Append('\n');
        }

        if (began > 0)
        {
            throw lines.Wrong("The document that begins here has no </DOC>.", began);
        }
    }

    private static CollectionDocument One(string text, LineReader lines, int began)
    {
        var start = Start().Match(text);
        var number = DocNo().Match(text);
        if (!start.Success || !number.Success)
        {
            throw lines.Wrong(start.Success ? "The document that begins here has no <DOCNO>." : "Here a document must begin: <DOC>.", began);
        }

        var title = Title().Match(text);
        var parts = Text().Matches(text).Select(part => part.Groups["text"].Value).ToList();
        var body = parts.Count > 0 ? string.Join("\n\n", parts) : Title().Replace(DocNo().Replace(text[start.Length..], " ", 1), " ", 1);
        return new CollectionDocument(number.Groups["text"].Value, Blanks().Replace(Plain(title.Groups["text"].Value), " "), Plain(body));
    }

    private static string Plain(string marked) => SgmlText.Decode(Tag().Replace(marked, " ")).Trim();

    [GeneratedRegex(@"^\s*<DOC>", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"<DOCNO>\s*(?<text>[^\s<]+)\s*</DOCNO>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DocNo();

    [GeneratedRegex(@"<(?<name>TITLE|HEADLINE|HEAD|HL|TI|TTL)>(?<text>.*?)</\k<name>>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex("<TEXT>(?<text>.*?)</TEXT>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Text();

    [GeneratedRegex("</?[A-Za-z!][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
