using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Portal.Kernel.Recipes.Expressions;
using Portal.Kernel.Recipes.Sources;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>
/// Looks through a recipe, and those that it calls, before anything is run: which steps there are, and whether every expression can be evaluated. A
/// <c>recipes</c> step calls recipes that lie beside it by their names; their steps stand in its place.
/// </summary>
internal sealed class RecipeLoader(RecipeOptions options, IConfiguration configuration, TimeProvider time)
{
    public const string Calls = "recipes";

    private const int MaxErrors = 100;

    private readonly List<RecipeError> _errors = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public IReadOnlyList<RecipeError> Errors => _errors;

    /// <returns>The recipe; null, and an error, when it cannot be read.</returns>
    public LoadedRecipe? Load(RecipeSource source, CancellationToken cancellationToken)
    {
        try
        {
            return Load(RecipeFile.Read(source), cancellationToken);
        }
        catch (RecipeException e)
        {
            _errors.Add(new RecipeError(source.Name, e.Line, null, null, e.Message));
            return null;
        }
    }

    private LoadedRecipe Load(RecipeFile file, CancellationToken cancellationToken)
    {
        _open.Add(file.Source.Key);
        var recipe = new LoadedRecipe(file, new RecipeExpressions(file, options.Parameters, configuration, time));
        using var cursor = new StepCursor(file);
        foreach (var step in file.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!step.Name.Equals(Calls, StringComparison.OrdinalIgnoreCase))
            {
                Look(recipe, step, cursor);
                recipe.Steps.Add(new LoadedStep(recipe, step, []));
                continue;
            }

            try
            {
                recipe.Steps.Add(new LoadedStep(recipe, step, Called(recipe, cursor.Whole(), cancellationToken)));
            }
            catch (RecipeException e)
            {
                Add(recipe, step, e.Message, e.Line);
            }
        }

        _open.Remove(file.Source.Key);
        return recipe;
    }

    private void Look(LoadedRecipe recipe, RecipeFileStep step, StepCursor cursor) => cursor.Texts((text, line) =>
    {
        try
        {
            recipe.Expressions.Evaluate(text);
        }
        catch (RecipeException e)
        {
            Add(recipe, step, e.Message, e.Line ?? line);
        }
    });

    private List<LoadedRecipe> Called(LoadedRecipe caller, LinedJson json, CancellationToken cancellationToken)
    {
        var step = (JsonObject)json.Root!;
        caller.Expressions.EvaluateAll(step, json.Line);
        return [.. step.Objects("Values").Select(call => Called(caller.File, call, json.Line(call), cancellationToken))];
    }

    private LoadedRecipe Called(RecipeFile caller, JsonObject call, int? line, CancellationToken cancellationToken)
    {
        var name = call.Text("name") ?? throw new RecipeException("A value of 'Values' needs the 'name' of a recipe.", line);
        var called = Find(caller.Source, name) ?? throw new RecipeException($"There is no recipe '{name}' in the folder of {caller.FileName}.", line);
        return _open.Contains(called.Source.Key)
            ? throw new RecipeException($"The recipe '{name}' calls itself.", line)
            : Load(called, cancellationToken);
    }

    // By its file's name, which is quick, or else by the name that it bears.
    private static RecipeFile? Find(RecipeSource caller, string name)
    {
        foreach (var source in caller.Callable(name))
        {
            var file = Read(source);
            if (file.Name == name || source.Name == name + FileSource.Extension)
            {
                return file;
            }
        }

        return null;
    }

    private static RecipeFile Read(RecipeSource source)
    {
        try
        {
            return RecipeFile.Read(source);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{new RecipeError(source.Name, e.Line, null, null, e.Message)}");
        }
    }

    private void Add(LoadedRecipe recipe, RecipeFileStep step, string message, int? line)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new RecipeError(recipe.File.FileName, line ?? step.Line, step.Number, step.Name, message));
        }
    }
}
