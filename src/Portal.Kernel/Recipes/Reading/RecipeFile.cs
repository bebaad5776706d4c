using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Sources;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>
/// What a recipe file is made of: its name, its variables, and which steps stand where. The file may be of any length, so the steps themselves are read
/// later, by a <see cref="StepCursor"/>.
/// </summary>
internal sealed class RecipeFile
{
    internal const string StepsKey = "steps";

    private readonly List<RecipeFileStep> _steps = [];
    private LinedJson? _variables;

    private RecipeFile(RecipeSource source) => (Source, Name) = (source, source.Name);

    public RecipeSource Source { get; }

    /// <summary>What a <c>recipes</c> step calls it by.</summary>
    public string Name { get; private set; }

    public string FileName => Source.Name;

    /// <summary>Variables may stand anywhere in the file, unlike in Orchard Core, where they must come before the steps.</summary>
    public JsonObject Variables => _variables?.Root as JsonObject ?? [];

    public IReadOnlyList<RecipeFileStep> Steps => _steps;

    public int? VariableLine(JsonNode? node) => _variables?.Line(node);

    /// <exception cref="RecipeException">It is no recipe, or cannot be read.</exception>
    public static RecipeFile Read(RecipeSource source)
    {
        using var json = new JsonPull(source.Open());
        var file = new RecipeFile(source);
        file.ReadRoot(json);
        return file;
    }

    private void ReadRoot(JsonPull json)
    {
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
        {
            throw new RecipeException("A recipe is an object with 'name' and 'steps'.", 1);
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (Property(json, keys) is { } key)
        {
            switch (key)
            {
                case StepsKey:
                    ReadSteps(json);
                    break;
                case "variables":
                    _variables = json.Next();
                    if (_variables?.Root is not (null or JsonObject))
                    {
                        throw new RecipeException("'variables' must be an object: values by their names.", _variables.FirstLine);
                    }

                    break;
                case var _ when key.Equals("name", StringComparison.OrdinalIgnoreCase):
                    Name = json.Next()?.Root.TextOrNull() ?? Name;
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (!keys.Contains(StepsKey))
        {
            throw new RecipeException("A recipe needs 'steps', a list.", 1);
        }

        // What stands behind the end would be read by nobody.
        json.Read();
    }

    private void ReadSteps(JsonPull json)
    {
        json.Read();
        if (json.Token != JsonTokenType.StartArray)
        {
            throw new RecipeException("A recipe needs 'steps', a list.", json.Line);
        }

        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            var (number, line) = (_steps.Count + 1, json.Line);
            _steps.Add(new RecipeFileStep(number, ReadName(json) ?? throw new RecipeException($"Step {number} has no 'name'.", line), line));
        }
    }

    private static string? ReadName(JsonPull json)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            return null;
        }

        string? name = null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (Property(json, keys) is { } key)
        {
            if (key != "name")
            {
                json.Skip();
            }
            else if (json.Read() && json.Token == JsonTokenType.String)
            {
                name = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    private static string? Property(JsonPull json, HashSet<string> keys)
    {
        if (!json.Read() || json.Token != JsonTokenType.PropertyName)
        {
            return null;
        }

        var key = json.Text();
        return keys.Add(key) ? key : throw new RecipeException($"'{key}' stands twice in the same object.", json.Line);
    }
}

/// <param name="Number">Its place in the recipe, from 1.</param>
/// <param name="Name">Which step it is.</param>
/// <param name="Line">The line it begins on.</param>
internal sealed record RecipeFileStep(int Number, string Name, int Line);
