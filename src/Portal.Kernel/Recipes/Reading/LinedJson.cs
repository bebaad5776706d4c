using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>JSON as recipes write it, with comments and trailing commas, that knows the line of every object and text.</summary>
internal sealed class LinedJson
{
    private readonly Dictionary<JsonNode, int> _lines = new(ReferenceEqualityComparer.Instance);
    private long _counted;
    private int _line;

    private LinedJson(int firstLine) => _line = FirstLine = firstLine;

    public JsonNode? Root { get; private init; }

    public int FirstLine { get; }

    public int? Line(JsonNode? node) => node is not null && _lines.TryGetValue(node, out var line) ? line : null;

    /// <param name="utf8">The text.</param>
    /// <param name="firstLine">The line of the file that it begins on.</param>
    /// <exception cref="RecipeException">It is not JSON; with its line.</exception>
    public static LinedJson Parse(ReadOnlySpan<byte> utf8, int firstLine = 1)
    {
        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = JsonPull.MaxDepth };
        var reader = new Utf8JsonReader(utf8, options);
        var json = new LinedJson(firstLine);
        try
        {
            reader.Read();
            var root = json.Value(ref reader, utf8);
            reader.Read();
            return new LinedJson(json, root);
        }
        catch (JsonException e)
        {
            throw NotJson.At(e, firstLine);
        }
        catch (InvalidOperationException)
        {
            throw new RecipeException("A text is not valid UTF-8.", json._line);
        }
    }

    private LinedJson(LinedJson other, JsonNode? root) => (_lines, FirstLine, Root) = (other._lines, other.FirstLine, root);

    private JsonNode? Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var line = LineAt(reader.TokenStartIndex, utf8);
        JsonNode? node = reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, utf8),
            JsonTokenType.StartArray => Array(ref reader, utf8),
            JsonTokenType.String => JsonValue.Create(reader.GetString()),
            JsonTokenType.Null => null,
            _ => JsonValue.Create(JsonElement.ParseValue(ref reader)),
        };
        if (node is not null)
        {
            _lines[node] = line;
        }

        return node;
    }

    private JsonObject Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var json = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, LineAt(reader.TokenStartIndex, utf8));
            reader.Read();
            if (!json.TryAdd(name, Value(ref reader, utf8)))
            {
                throw new RecipeException($"'{name}' stands twice in the same object.", line);
            }
        }

        return json;
    }

    private JsonArray Array(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var json = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            json.Add(Value(ref reader, utf8));
        }

        return json;
    }

    // Tokens come in order, so only what lies between two is counted.
    private int LineAt(long index, ReadOnlySpan<byte> utf8)
    {
        _line += utf8[(int)_counted..(int)index].Count((byte)'\n');
        _counted = index;
        return _line;
    }
}
