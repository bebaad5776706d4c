using Portal.Kernel.Content.Fields;
using Portal.Kernel.Import.Planning;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Kernel.Import.Files;

/// <summary>
/// Reads the YAML that people write into front matter: texts, lists and maps. Read event by event, so that what is refused (aliases, which can make
/// a short file huge, and deep nesting) is refused before it is built.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 24;

    private readonly Parser _parser;
    private readonly int _before;

    private YamlReader(string yaml, int firstLine)
    {
        _parser = new Parser(new StringReader(yaml));
        _before = firstLine - 1;
    }

    /// <exception cref="YamlException">It is not YAML, not a map, or more than is read here; its line counts within <paramref name="yaml"/>.</exception>
    public static FrontMatterMap Read(string yaml, int firstLine)
    {
        var reader = new YamlReader(yaml, firstLine);
        try
        {
            return reader.Document();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner stumbles over some texts that are no YAML in place of refusing them.
            var at = reader._parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(at, at, "It cannot be understood from here on.", e);
        }
    }

    private FrontMatterMap Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return FrontMatterMap.Empty;
        }

        _parser.Consume<DocumentStart>();
        var map = Value(0) switch
        {
            FrontMatterMap values => values,
            FrontMatterScalar { Text: "" } => FrontMatterMap.Empty,
            _ => throw new YamlException(Mark.Empty, Mark.Empty, "Keys with values are expected, such as 'title: ...'."),
        };
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            throw new YamlException(second.Start, second.End, "There is more than one document.");
        }

        return map;
    }

    private FrontMatterValue Value(int depth)
    {
        var at = _parser.Current!;
        if (depth > MaxDepth)
        {
            throw new YamlException(at.Start, at.End, "It is nested too deep.");
        }

        return at switch
        {
            Scalar => Text(_parser.Consume<Scalar>()),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => throw new YamlException(at.Start, at.End, "Anchors and aliases (&name, *name) are not read; quote a text that begins with * or &."),
        };
    }

    private FrontMatterScalar Text(Scalar scalar)
    {
        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
        // What stands in quotes is meant as it stands.
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        return new FrontMatterScalar(isNull ? "" : quoted ? scalar.Value : scalar.Value.Trim(), Line(scalar));
    }

    private FrontMatterList List(int depth)
    {
        var line = Line(_parser.Consume<SequenceStart>());
        var items = new List<FrontMatterValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return new FrontMatterList(items, line);
    }

    private FrontMatterMap Map(int depth)
    {
        var line = Line(_parser.Consume<MappingStart>());
        var values = new Dictionary<string, FrontMatterValue>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar)
            {
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "A key must be a single word.");
            }

            var key = _parser.Consume<Scalar>();
            if (!values.TryAdd(key.Value, key.Value == ItemHeader.PartsKey ? new YamlJson(_parser, _before).Read() : Value(depth + 1)))
            {
                throw new YamlException(key.Start, key.End, $"The key '{key.Value}' stands twice.");
            }
        }

        return new FrontMatterMap(values, line);
    }

    private int Line(ParsingEvent at) => (int)at.Start.Line + _before;
}
