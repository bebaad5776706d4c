using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Definitions;

/// <summary>Reads a definition's settings: a bag keyed by the name of a settings class, whose values may be written as their own type or as text.</summary>
public static class SettingsBag
{
    public static string? Text(this JsonObject settings, string bag, string key) => Value(settings, bag, key) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    public static bool Flag(this JsonObject settings, string bag, string key)
        => bool.TryParse(Text(settings, bag, key), out var flag) && flag;

    public static int? Number(this JsonObject settings, string bag, string key)
        => int.TryParse(Text(settings, bag, key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The texts of a list; none when there is no list.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject settings, string bag, string key)
        => Value(settings, bag, key) is JsonArray texts ? [.. texts.Select(text => text?.ToString()).OfType<string>()] : [];

    /// <summary>Positions are dotted numbers of which the first counts here; what has none stands last.</summary>
    internal static int Position(this JsonObject settings, string bag)
        => int.TryParse((Text(settings, bag, "Position") ?? "").Split('.')[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var position) ? position : int.MaxValue;

    private static JsonNode? Value(JsonObject settings, string bag, string key)
        => settings.TryGetPropertyValue(bag, out var values) && values is JsonObject found && found.TryGetPropertyValue(key, out var value) ? value : null;
}
