using System.Text.Json.Nodes;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>Reads the properties of a step. As in Orchard Core their names may be written in upper or lower case.</summary>
internal static class StepJson
{
    public static JsonNode? Property(this JsonObject json, string name)
        => json.FirstOrDefault(property => property.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <exception cref="RecipeException">It is there and no text.</exception>
    public static string? Text(this JsonObject json, string name) => json.Property(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new RecipeException($"'{name}' must be a text."),
    };

    /// <summary>The objects of an array; none when it is not there.</summary>
    /// <exception cref="RecipeException">It is something else.</exception>
    public static IReadOnlyList<JsonObject> Objects(this JsonObject json, string name) => json.Property(name) switch
    {
        null => [],
        JsonArray array when array.All(item => item is JsonObject) => [.. array.OfType<JsonObject>()],
        _ => throw new RecipeException($"'{name}' must be a list of objects."),
    };

    /// <summary>The texts of an array; none when it is not there.</summary>
    /// <exception cref="RecipeException">It is something else.</exception>
    public static IReadOnlyList<string> Texts(this JsonObject json, string name) => json.Property(name) switch
    {
        null => [],
        JsonArray array when array.All(item => item is JsonValue value && value.TryGetValue<string>(out _)) => [.. array.Select(item => item!.GetValue<string>())],
        _ => throw new RecipeException($"'{name}' must be a list of texts."),
    };
}
