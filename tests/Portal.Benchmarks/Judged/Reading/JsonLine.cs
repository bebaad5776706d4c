using System.Text.Json;

namespace Portal.Benchmarks.Judged.Reading;

/// <summary>One line of a BEIR file: an object with an <c>_id</c> and texts.</summary>
internal static class JsonLine
{
    /// <summary>The texts of these names; an id must be there, a text that is missing is empty.</summary>
    public static (string Id, string[] Texts) Read(LineReader lines, string line, params ReadOnlySpan<string> names)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.ValueKind == JsonValueKind.Object ? Text(json.RootElement, "_id") : "";
            if (id.Length == 0)
            {
                throw lines.Wrong("The object has no '_id': give {\"_id\": \"...\", \"text\": \"...\"}.");
            }

            var texts = new string[names.Length];
            for (var at = 0; at < texts.Length; at++)
            {
                texts[at] = Text(json.RootElement, names[at]);
            }

            return (id, texts);
        }
        catch (JsonException exception)
        {
            throw lines.Wrong($"The line is not JSON: {exception.Message}");
        }
    }

    private static string Text(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
