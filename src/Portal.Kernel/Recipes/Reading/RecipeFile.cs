using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>A recipe as its file has it, expressions not yet evaluated.</summary>
internal sealed class RecipeFile
{
    private const int MaxBytes = 64 * 1024 * 1024;

    private readonly LinedJson _json;

    private RecipeFile(string path, LinedJson json, JsonObject root)
    {
        (Path, _json) = (path, json);
        Name = root.Text("name") ?? FileName;
        // Variables may stand anywhere in the file, unlike in Orchard Core, where they must come before the steps.
        Variables = root["variables"] as JsonObject ?? [];
        Steps = [.. ReadSteps(root)];
    }

    public string Path { get; }

    public string FileName => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>What a <c>recipes</c> step calls it by.</summary>
    public string Name { get; }

    public JsonObject Variables { get; }

    public IReadOnlyList<RecipeFileStep> Steps { get; }

    public int? Line(JsonNode? node) => _json.Line(node);

    /// <exception cref="RecipeException">There is no such file, or it is no recipe.</exception>
    public static async Task<RecipeFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new RecipeException("The recipe has more than 64 MB.");
            }

            ReadOnlyMemory<byte> utf8 = await File.ReadAllBytesAsync(path, cancellationToken);
            var json = LinedJson.Parse(utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8.Span[Encoding.UTF8.Preamble.Length..] : utf8.Span);
            return json.Root is JsonObject root ? new RecipeFile(path, json, root) : throw new RecipeException("A recipe is an object with 'name' and 'steps'.", 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"The recipe cannot be read: {e.Message}");
        }
    }

    private IEnumerable<RecipeFileStep> ReadSteps(JsonObject root)
    {
        if (root["steps"] is not JsonArray steps)
        {
            throw new RecipeException("A recipe needs 'steps', a list.", Line(root));
        }

        for (var i = 0; i < steps.Count; i++)
        {
            yield return steps[i] is JsonObject step && step["name"] is JsonValue value && value.TryGetValue<string>(out var name)
                ? new RecipeFileStep(i + 1, name, Line(step), step)
                : throw new RecipeException($"Step {i + 1} has no 'name'.", Line(steps[i]) ?? Line(steps));
        }
    }
}

/// <param name="Number">Its place in the recipe, from 1.</param>
/// <param name="Name">Which step it is.</param>
/// <param name="Line">The line it begins on.</param>
/// <param name="Json">All of it.</param>
internal sealed record RecipeFileStep(int Number, string Name, int? Line, JsonObject Json);
