using System.Text.Json.Nodes;

namespace Portal.Kernel.Data;

/// <summary>Reads JSON that came from elsewhere, where anything may be of any kind.</summary>
public static class JsonText
{
    /// <summary>The text that a value is; null when it is of another kind, or not there.</summary>
    public static string? TextOrNull(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
