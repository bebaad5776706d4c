using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Judged.Reading;

/// <summary>Topics in the form of TREC (<c>top</c> elements, of which number and title are read), of BEIR (JSON lines) or with tabs: id, question, anything.</summary>
internal static partial class TopicFile
{
    public static IReadOnlyList<Topic> Read(string file)
    {
        var topics = new List<Topic>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var lines = new LineReader(file);
        foreach (var topic in LineReader.FirstOf(file) switch { '<' => Trec(lines), '{' => Json(lines), _ => Tabs(lines) })
        {
            if (topic.Query.Length == 0)
            {
                throw lines.Wrong($"Topic '{topic.Id}' has no question.");
            }

            topics.Add(known.Add(topic.Id) ? topic : throw lines.Wrong($"Topic '{topic.Id}' stands here for the second time."));
        }

        return topics;
    }

    private static IEnumerable<Topic> Tabs(LineReader lines)
    {
        while (lines.NextFilled() is { } line)
        {
            var parts = line.Split('\t');
            yield return parts.Length > 1
                ? new Topic(parts[0].Trim(), parts[1].Trim())
                : throw lines.Wrong("A topic is an id, a tab and a question; there is no tab.");
        }
    }

    private static IEnumerable<Topic> Json(LineReader lines)
    {
        while (lines.NextFilled() is { } line)
        {
            var (id, texts) = JsonLine.Read(lines, line, "text");
            yield return new Topic(id, texts[0].Trim());
        }
    }

    private static IEnumerable<Topic> Trec(LineReader lines)
    {
        var text = new StringBuilder();
        var began = 0;
        while (lines.NextFilled() is { } line)
        {
            if (line.Contains("<top>", StringComparison.OrdinalIgnoreCase))
            {
                text.Clear();
                began = lines.Line;
            }

            text.Append(line).Append('\n');
            if (line.Contains("</top>", StringComparison.OrdinalIgnoreCase))
            {
                yield return One(text.ToString(), lines, began);
                began = 0;
            }
        }

        if (began > 0)
        {
            throw lines.Wrong("The topic that begins here has no </top>.", began);
        }
    }

    // Elements of the early years are not closed: a text goes on to the next tag.
    private static Topic One(string text, LineReader lines, int began)
    {
        var number = Number().Match(text);
        var title = Title().Match(text);
        if (!number.Success || !title.Success)
        {
            throw lines.Wrong($"The topic that begins here has no <{(number.Success ? "title" : "num")}>.", began);
        }

        return new Topic(number.Groups["text"].Value, Blanks().Replace(SgmlText.Decode(title.Groups["text"].Value), " ").Trim());
    }

    [GeneratedRegex(@"<num>\s*(Number:)?\s*(?<text>[^\s<]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"<title>\s*(Topic:)?(?<text>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
