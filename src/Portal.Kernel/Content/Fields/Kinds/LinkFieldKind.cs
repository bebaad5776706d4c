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

    public override string Text(JsonObject json) => String(json, "Text") ?? String(json, "Url") ?? "";

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Url");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => String(json, "Url") is { } url && SafeLinks.IsSafe(url) ? [] : [$"'{json["Url"]}' is not an address: it begins with https:, http:, mailto:, tel:, / or #."];
}
