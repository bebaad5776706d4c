using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Recipes.Expressions;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>Goes through the steps of a recipe file in their order, and reads each as a whole or, where it is long, element by element.</summary>
internal sealed class StepCursor : IDisposable
{
    private readonly JsonPull _json;

    public StepCursor(RecipeFile file)
    {
        _json = new JsonPull(file.Source.Open());
        _json.Read();
        while (_json.Read() && _json.Text() != RecipeFile.StepsKey)
        {
            _json.Skip();
        }

        _json.Read();
    }

    public void Dispose() => _json.Dispose();

    /// <summary>Reads the next step as a whole.</summary>
    public LinedJson Whole() => _json.Next() ?? throw Gone();

    /// <summary>Passes over the next step.</summary>
    public void Skip()
    {
        _json.Read();
        _json.Skip();
    }

    /// <summary>Looks at every text of the next step, with its line, and holds none of them.</summary>
    public void Texts(Action<string, int> look)
    {
        _json.Read();
        var depth = _json.Depth;
        while (_json.Read() && _json.Depth > depth)
        {
            // Only what could be an expression is of interest.
            if (_json.Token == JsonTokenType.String && _json.Raw is [_, (byte)'[', ..])
            {
                look(_json.Text(), _json.Line);
            }
        }
    }

    /// <summary>Reads the elements of a list of the next step, one at a time. To be gone through to its end before anything else is read.</summary>
    /// <exception cref="RecipeException">It is no list of objects.</exception>
    public IEnumerable<RecipeElement> Elements(string property, RecipeExpressions expressions)
    {
        _json.Read();
        var isThere = false;
        while (_json.Read() && _json.Token == JsonTokenType.PropertyName)
        {
            if (!_json.Text().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                _json.Skip();
                continue;
            }

            isThere = true;
            _json.Read();
            if (_json.Token != JsonTokenType.StartArray)
            {
                throw new RecipeException($"'{property}' must be a list of objects.", _json.Line);
            }

            while (_json.Next() is { } element)
            {
                var json = element.Root as JsonObject ?? throw new RecipeException($"'{property}' must be a list of objects.", element.FirstLine);
                expressions.EvaluateAll(json, element.Line);
                yield return new RecipeElement(json, element.FirstLine, element.Line);
            }
        }

        if (!isThere)
        {
            throw new RecipeException($"'{property}' is missing, a list of objects.");
        }
    }

    private static RecipeException Gone() => new("The file has changed while it was read.");
}
