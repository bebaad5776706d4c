using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Markdown;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A link: <c>{ Url, Text, Target }</c>. In a file either the address or a map of url, text and target.</summary>
public sealed class LinkFieldKind : FieldKind
{
    private static readonly string[] Keys = ["Url", "Text", "Target"];

    public override string Name => "LinkField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (value is not FrontMatterMap map)
        {
            return reading.One(value) is { } url ? new JsonObject { ["Url"] = url } : null;
        }

        var json = new JsonObject();
        foreach (var (name, given) in map.Values)
        {
            if (Keys.FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } key)
            {
                reading.Refuse(given, $"A link has url, text and target, not '{name}'.");
            }
            else if (reading.One(given) is { } text)
            {
                json[key] = text;
            }
        }

        return json.Count == 0 ? null : json;
    }

    /// <summary>The address alone where there is nothing else.</summary>
    public override FrontMatterValue? Write(JsonObject json, IFieldNames names)
    {
        var given = Keys.Where(key => String(json, key) is not null).ToDictionary(key => key.ToLowerInvariant(), FrontMatterValue (key) => Scalar(String(json, key))!, StringComparer.Ordinal);
        return given.Count == 0 ? null : given.Count == 1 && given.TryGetValue("url", out var url) ? url : new FrontMatterMap(given, 0);
    }

    public override string Text(JsonObject json) => String(json, "Text") ?? String(json, "Url") ?? "";

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Url");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => String(json, "Url") is { } url && SafeLinks.IsSafe(url) ? [] : [$"'{json["Url"]}' is not an address: it begins with https:, http:, mailto:, tel:, / or #."];
}
