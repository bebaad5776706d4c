using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Kernel.Content.Fields;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Kernel.Import.Files;

/// <summary>What stands under <c>parts</c>: JSON, as it is kept.</summary>
internal sealed record FrontMatterJson(JsonNode? Json, int Line) : FrontMatterValue(Line);

/// <summary>
/// Reads YAML as the JSON it stands for: what is quoted is a text, exactly as it stands; <c>true</c>, <c>false</c>, <c>null</c> and JSON's numbers are
/// themselves; any other word is a text.
/// </summary>
internal sealed partial class YamlJson(Parser parser, int before)
{
    // As deep as content is kept.
    private const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <exception cref="YamlException">It is nested too deep, or more than is read here.</exception>
    public FrontMatterJson Read()
    {
        var at = parser.Current!;
        var line = (int)at.Start.Line + before;
        // What YAML cannot hold (a key of a thousand letters) stands there as the text of the JSON.
        return new FrontMatterJson(at is Scalar { Style: not ScalarStyle.Plain } ? Text(parser.Consume<Scalar>()) : Value(0), line);
    }

    private static JsonNode? Text(Scalar scalar)
    {
        try
        {
            return JsonNode.Parse(scalar.Value, documentOptions: Options);
        }
        catch (JsonException e)
        {
            throw new YamlException(scalar.Start, scalar.End, $"A map of parts is expected here, or JSON as a text: {e.Message}", e);
        }
    }

    private JsonNode? Value(int depth)
    {
        var at = parser.Current!;
        if (depth > MaxDepth)
        {
            throw new YamlException(at.Start, at.End, "It is nested too deep.");
        }

        return at switch
        {
            Scalar => Single(parser.Consume<Scalar>()),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => throw new YamlException(at.Start, at.End, "Anchors and aliases (&name, *name) are not read; quote a text that begins with * or &."),
        };
    }

    private static JsonNode? Single(Scalar scalar) => scalar.Style != ScalarStyle.Plain ? scalar.Value : scalar.Value switch
    {
        "" or "~" or "null" => null,
        "true" => true,
        "false" => false,
        var number when Number().IsMatch(number) => JsonNode.Parse(number),
        var word => word,
    };

    private JsonArray List(int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return items;
    }

    private JsonObject Map(int depth)
    {
        parser.Consume<MappingStart>();
        var json = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Current is not Scalar)
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "A key must be a single word.");
            }

            var key = parser.Consume<Scalar>();
            if (!json.TryAdd(key.Value, Value(depth + 1)))
            {
                throw new YamlException(key.Start, key.End, $"The key '{key.Value}' stands twice.");
            }
        }

        return json;
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
