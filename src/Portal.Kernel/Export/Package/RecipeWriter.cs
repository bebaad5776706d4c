using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Recipes.Expressions;

namespace Portal.Kernel.Export.Package;

/// <summary>
/// Writes a recipe as it goes, however long it is. A text that would be taken for an expression is written as one that gives it; what is put in place of
/// some texts (<paramref name="replaced"/>) is written as it is.
/// </summary>
internal sealed class RecipeWriter(Stream stream, IReadOnlyDictionary<string, string> replaced) : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter _json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 300 });

    public void Begin(JsonObject header)
    {
        _json.WriteStartObject();
        foreach (var (key, value) in header)
        {
            _json.WritePropertyName(key);
            Write(value, literally: true);
        }

        _json.WriteStartArray("steps");
    }

    public async Task StepAsync(JsonObject step, CancellationToken cancellationToken)
    {
        Write(step, literally: false);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Begins a step with a long list, whose elements are written one by one.</summary>
    public void BeginStep(string name, string list)
    {
        _json.WriteStartObject();
        _json.WriteString("name", name);
        _json.WriteStartArray(list);
    }

    public Task ElementAsync(JsonObject element, CancellationToken cancellationToken) => StepAsync(element, cancellationToken);

    public void EndStep()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private void Write(JsonNode? node, bool literally)
    {
        switch (node)
        {
            case null:
                _json.WriteNullValue();
                break;
            case JsonObject json:
                _json.WriteStartObject();
                foreach (var (key, value) in json)
                {
                    _json.WritePropertyName(key);
                    Write(value, literally);
                }

                _json.WriteEndObject();
                break;
            case JsonArray array:
                _json.WriteStartArray();
                foreach (var value in array)
                {
                    Write(value, literally);
                }

                _json.WriteEndArray();
                break;
            case JsonValue value when !literally && value.TryGetValue<string>(out var text):
                _json.WriteStringValue(Text(text));
                break;
            default:
                node.WriteTo(_json);
                break;
        }
    }

    private string Text(string text)
        => replaced.TryGetValue(text, out var other) ? other
            : RecipeExpressions.IsExpression(text) ? $"[js: base64('{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}')]"
            : text;

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_json.BytesPending > FlushAt)
        {
            await _json.FlushAsync(cancellationToken);
        }
    }
}
