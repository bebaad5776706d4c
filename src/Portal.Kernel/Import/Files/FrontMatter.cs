using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Import.Planning;
using YamlDotNet.Core;

namespace Portal.Kernel.Import.Files;

/// <summary>A file in its two parts: the values between the lines <c>---</c>, and the text below with the line it begins on.</summary>
internal sealed record FrontMatter(FrontMatterMap Values, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>What stands under <c>parts</c>, when it is a map.</summary>
    public JsonObject? Parts => PartsOf(Values);

    /// <summary>The text below or, when only JSON can say it exactly, that under <c>parts</c>.</summary>
    public string Text => Body.Length == 0 && Parts?[nameof(MarkdownBodyPart)] is JsonObject part && part[nameof(MarkdownBodyPart.Markdown)] is JsonValue value
        && value.TryGetValue<string>(out var text) ? text : Body;

    /// <summary>Whether a text that stands below the front matter is read as it is.</summary>
    public static bool Keeps(string body) => body.Length > 0 && body[0] != '\n' && !char.IsWhiteSpace(body[^1]) && !body.Contains('\0', StringComparison.Ordinal) && body.ReplaceLineEndings("\n") == body;

    public static JsonObject? PartsOf(FrontMatterMap values) => (values.Values.GetValueOrDefault(ItemHeader.PartsKey) as FrontMatterJson)?.Json as JsonObject;

    /// <summary>Null, and an error, when the front matter is missing, not closed or not YAML.</summary>
    public static FrontMatter? Read(string text, FileErrors errors)
    {
        if (End(text, 0) is not { } first || text[..first].TrimEnd() != Fence)
        {
            errors.Add(1, null, $"The file must begin with front matter: a line '{Fence}', the item's fields, a line '{Fence}'.");
            return null;
        }

        var start = Math.Min(first + 1, text.Length);
        for (var line = start; line < text.Length;)
        {
            var end = End(text, line)!.Value;
            if (text[line..end].TrimEnd() == Fence)
            {
                return ReadValues(text[start..line], 2, errors) is { } values ? Split(text, values, end) : null;
            }

            line = end + 1;
        }

        errors.Add(1, null, $"The front matter is not closed: a line '{Fence}' is missing below the fields.");
        return null;
    }

    /// <summary>The values of a YAML text whose first line is <paramref name="firstLine"/> of the file; null, and an error, when it is not a YAML map.</summary>
    public static FrontMatterMap? ReadValues(string yaml, int firstLine, FileErrors errors)
    {
        try
        {
            return YamlReader.Read(yaml, firstLine);
        }
        catch (YamlException e)
        {
            var line = (int)e.Start.Line + firstLine - 1;
            errors.Add(line, null, string.Create(CultureInfo.InvariantCulture, $"This is not the YAML that is read here (column {e.Start.Column}): {e.Message}"));
            return null;
        }
    }

    private static FrontMatter Split(string text, FrontMatterMap values, int fenceEnd)
    {
        var start = fenceEnd;
        while (start < text.Length && text[start] == '\n')
        {
            start++;
        }

        return new FrontMatter(values, text[start..].TrimEnd(), text.AsSpan(0, start).Count('\n') + 1);
    }

    // The end of the line that begins at an index; null past the last.
    private static int? End(string text, int start)
        => start >= text.Length ? null : text.IndexOf('\n', start) is var end and >= 0 ? end : text.Length;
}
