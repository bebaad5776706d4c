using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Expressions;

/// <summary>
/// Evaluates the expressions in a recipe's texts. A text is one when it begins with <c>[</c>, a word of letters and <c>:</c> and ends with <c>]</c>. As in
/// Orchard Core the word <c>js</c> or <c>file</c> says by what it is evaluated, any other leaves the text without its brackets, and what comes out is
/// evaluated again while it still is an expression.
/// </summary>
internal sealed partial class RecipeExpressions(RecipeFile recipe, IReadOnlyDictionary<string, string> parameters, IConfiguration configuration, TimeProvider time)
{
    private const int MaxRounds = 10;

    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);
    private Dictionary<string, ScriptFunction>? _js;
    private Dictionary<string, ScriptFunction>? _file;

    /// <summary>Puts values in place of all expressions in a step, or in a part of one.</summary>
    /// <param name="json">What may hold expressions.</param>
    /// <param name="lineOf">The line that a text stands on.</param>
    /// <exception cref="RecipeException">One is not known; with its line.</exception>
    public void EvaluateAll(JsonObject json, Func<JsonNode?, int?> lineOf)
    {
        foreach (var (name, value) in json.ToList())
        {
            Evaluate(value, lineOf, evaluated => json[name] = evaluated);
        }
    }

    /// <summary>Whether a text would be evaluated.</summary>
    public static bool IsExpression(string text) => Prefix(text) is not null;

    public string Evaluate(string text)
    {
        for (var round = 0; Prefix(text) is { } prefix; round++)
        {
            if (round == MaxRounds)
            {
                throw new RecipeException("The expression gives an expression again and again.");
            }

            // Unlike in Orchard Core, what is packed is a text and not evaluated again: an export writes so what must not be taken for an expression.
            var packed = Packed().IsMatch(text);
            var inner = text.Trim('[', ']');
            text = prefix switch
            {
                "js" => new Script(inner[(prefix.Length + 1)..], _js ??= ScriptFunctions.Js(Variable, parameters, configuration), time).Evaluate(),
                "file" => new Script(inner[(prefix.Length + 1)..], _file ??= ScriptFunctions.File(recipe.Source), time).Evaluate(),
                _ => inner,
            };
            if (packed)
            {
                return text;
            }
        }

        return text;
    }

    private static string? Prefix(string text)
    {
        if (text is not ['[', .., ']'] || text.IndexOf(':', StringComparison.Ordinal) is not (> 1 and var colon))
        {
            return null;
        }

        var prefix = text[1..colon];
        return prefix.All(char.IsLetter) ? prefix : null;
    }

    private void Evaluate(JsonNode? node, Func<JsonNode?, int?> lineOf, Action<JsonNode> replace)
    {
        switch (node)
        {
            case JsonObject json:
                EvaluateAll(json, lineOf);
                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    var index = i;
                    Evaluate(array[i], lineOf, evaluated => array[index] = evaluated);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && Prefix(text) is not null:
                replace(JsonValue.Create(EvaluateAt(lineOf(value), text)));
                break;
        }
    }

    private string EvaluateAt(int? line, string text)
    {
        try
        {
            return Evaluate(text);
        }
        catch (RecipeException e) when (e.Line is null)
        {
            throw new RecipeException(e.Message, line);
        }
    }

    private string Variable(string name)
    {
        if (_variables.TryGetValue(name, out var known))
        {
            return known ?? throw new RecipeException($"The variable '{name}' is made of itself.");
        }

        if (recipe.Variables[name] is not { } value)
        {
            throw new RecipeException($"The recipe has no variable '{name}'.");
        }

        _variables[name] = null;
        var evaluated = EvaluateAt(recipe.VariableLine(value), value.ToString());
        _variables[name] = evaluated;
        return evaluated;
    }

    [GeneratedRegex(@"^\[js:\s*base64\(\s*'[A-Za-z0-9+/=]*'\s*\)\s*;?\s*\]$")]
    private static partial Regex Packed();
}
