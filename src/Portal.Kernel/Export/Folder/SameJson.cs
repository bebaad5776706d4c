using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;

namespace Portal.Kernel.Export.Folder;

/// <summary>Whether two values are one when they are kept: numbers by their digits, whatever made them.</summary>
internal static class SameJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public static bool Are(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(Kept(one), Kept(other));

    /// <summary>The value as it would be read again.</summary>
    public static JsonNode? Kept(JsonNode? json) => json is null ? null : JsonNode.Parse(json.ToJsonString(ContentJson.Options), documentOptions: Deep);
}
