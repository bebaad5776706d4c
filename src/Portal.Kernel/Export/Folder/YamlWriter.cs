using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Fields;

namespace Portal.Kernel.Export.Folder;

/// <summary>Writes front matter: keys with values as people write them, and JSON as block YAML that says whether a word is a text.</summary>
internal sealed class YamlWriter
{
    // Within this many letters a reader of YAML looks for the colon after a key.
    private const int MaxKey = 1000;

    // A list that would not fit into a line that people read has one for each of its values.
    private const int MaxLine = 120;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Line(string line, int indent = 0) => _text.Append(' ', indent).Append(line).Append('\n');

    /// <summary>A key with a text; nothing when there is none.</summary>
    public void Text(string key, string? text, int indent = 0)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Line($"{key}: {YamlText.Of(text)}", indent);
        }
    }

    /// <summary>A key with a word that is no text: a number, a date.</summary>
    public void Bare(string key, string? word, int indent = 0)
    {
        if (word is not null)
        {
            Line($"{key}: {YamlText.Bare(word)}", indent);
        }
    }

    /// <param name="key">A field's key.</param>
    /// <param name="value">What the field's kind would have a file say.</param>
    /// <param name="isBare">Whether single values are numbers and the like.</param>
    /// <param name="indent">How far it stands in.</param>
    public void Field(string key, FrontMatterValue value, bool isBare, int indent = 0)
    {
        if (value is FrontMatterScalar { Text: var text } && IsLong(text))
        {
            Line($"{YamlText.Key(key)}: |-", indent);
            foreach (var line in text.Split('\n'))
            {
                Line(line, line.Length == 0 ? 0 : indent + 2);
            }
        }
        else if (value is FrontMatterList { Items: var items } && items.All(item => item is FrontMatterScalar)
            && items.Sum(item => ((FrontMatterScalar)item).Text.Length + 2) + key.Length + indent > MaxLine)
        {
            Line($"{YamlText.Key(key)}:", indent);
            foreach (var item in items)
            {
                Line("- " + Inline(item, isBare: false, isFlow: false), indent + 2);
            }
        }
        else
        {
            Line($"{YamlText.Key(key)}: {Inline(value, isBare, isFlow: false)}", indent);
        }
    }

    /// <summary>A key with JSON below it.</summary>
    public void Json(string key, JsonObject json, int indent = 0)
    {
        if (HasLongKey(json))
        {
            Line($"{key}: {YamlText.Quoted(json.ToJsonString(Content.Items.ContentJson.Options))}", indent);
        }
        else
        {
            Pair(key, json, indent);
        }
    }

    public void Append(YamlWriter lines) => _text.Append(lines._text);

    /// <summary>An item of a list: what is written, which begins two further in, has the dash before its first line. False when nothing was.</summary>
    public bool Item(int indent, Func<bool> write)
    {
        var start = _text.Length;
        if (!write() || _text.Length == start)
        {
            return false;
        }

        _text[start + indent] = '-';
        return true;
    }

    private void Pair(string key, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                Line(key + ":", indent);
                Map(map, indent + 2);
                break;
            case JsonArray { Count: > 0 } list:
                Line(key + ":", indent);
                List(list, indent + 2);
                break;
            default:
                Line($"{key}: {Single(value)}", indent);
                break;
        }
    }

    private void Map(JsonObject map, int indent)
    {
        foreach (var (key, value) in map)
        {
            Pair(YamlText.Key(key), value, indent);
        }
    }

    private void List(JsonArray list, int indent)
    {
        foreach (var item in list)
        {
            switch (item)
            {
                case JsonObject { Count: > 0 } map:
                    Item(indent, () =>
                    {
                        Map(map, indent + 2);
                        return true;
                    });
                    break;
                case JsonArray { Count: > 0 } inner:
                    Line("-", indent);
                    List(inner, indent + 2);
                    break;
                default:
                    Line("- " + Single(item), indent);
                    break;
            }
        }
    }

    private static string Single(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ when value.GetValueKind() == JsonValueKind.String => YamlText.Quoted(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Inline(FrontMatterValue value, bool isBare, bool isFlow) => value switch
    {
        FrontMatterScalar scalar => isBare ? YamlText.Bare(scalar.Text) : isFlow ? YamlText.InFlow(scalar.Text) : YamlText.Of(scalar.Text),
        FrontMatterList list => $"[{string.Join(", ", list.Items.Select(item => Inline(item, false, true)))}]",
        FrontMatterMap map => "{ " + string.Join(", ", map.Values.Select(pair => $"{YamlText.Key(pair.Key)}: {Inline(pair.Value, false, true)}")) + " }",
        _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value of front matter."),
    };

    // Several lines that a block keeps as they are; anything odd about them and they stand in quotes.
    private static bool IsLong(string text)
        => text.Contains('\n', StringComparison.Ordinal) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
            && !text.Any(c => c != '\n' && c != '\u3000' && c != ' ' && (char.IsControl(c) || char.IsWhiteSpace(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF'))
            && !Array.Exists(text.Split('\n'), line => line.Length > 0 && string.IsNullOrWhiteSpace(line));

    private static bool HasLongKey(JsonNode? json) => json switch
    {
        JsonObject map => map.Any(pair => pair.Key.Length > MaxKey || HasLongKey(pair.Value)),
        JsonArray list => list.Any(HasLongKey),
        _ => false,
    };
}
