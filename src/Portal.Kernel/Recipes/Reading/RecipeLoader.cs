using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Portal.Kernel.Recipes.Expressions;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>
/// Reads a recipe and those that it calls into one row of steps, all expressions evaluated, before any of them is run. A <c>recipes</c> step calls
/// recipes of the same folder by their names; their steps stand in its place.
/// </summary>
internal sealed class RecipeLoader(RecipeOptions options, IConfiguration configuration, TimeProvider time)
{
    private const string Pattern = "*.recipe.json";
    private const string Recipes = "recipes";

    private readonly List<LoadedStep> _steps = [];
    private readonly List<RecipeError> _errors = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public IReadOnlyList<LoadedStep> Steps => _steps;

    public IReadOnlyList<RecipeError> Errors => _errors;

    public async Task LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await LoadAsync(await RecipeFile.ReadAsync(path, cancellationToken), cancellationToken);
        }
        catch (RecipeException e)
        {
            _errors.Add(new RecipeError(Path.GetFileName(path), e.Line, null, null, e.Message));
        }
    }

    private async Task LoadAsync(RecipeFile recipe, CancellationToken cancellationToken)
    {
        _open.Add(Path.GetFullPath(recipe.Path));
        var expressions = new RecipeExpressions(recipe, options.Parameters, configuration, time);
        foreach (var step in recipe.Steps)
        {
            try
            {
                expressions.EvaluateAll(step.Json);
                if (step.Name.Equals(Recipes, StringComparison.OrdinalIgnoreCase))
                {
                    await CallAsync(recipe, step, cancellationToken);
                }
                else
                {
                    _steps.Add(new LoadedStep(recipe, step));
                }
            }
            catch (RecipeException e)
            {
                _errors.Add(new RecipeError(recipe.FileName, e.Line ?? step.Line, step.Number, step.Name, e.Message));
            }
        }

        _open.Remove(Path.GetFullPath(recipe.Path));
    }

    private async Task CallAsync(RecipeFile caller, RecipeFileStep step, CancellationToken cancellationToken)
    {
        foreach (var call in step.Json.Objects("Values"))
        {
            var name = call.Text("name") ?? throw new RecipeException("A value of 'Values' needs the 'name' of a recipe.", caller.Line(call));
            var called = await FindAsync(caller.Folder, name, cancellationToken)
                ?? throw new RecipeException($"There is no recipe '{name}' in the folder of {caller.FileName}.", caller.Line(call));
            if (_open.Contains(Path.GetFullPath(called.Path)))
            {
                throw new RecipeException($"The recipe '{name}' calls itself.", caller.Line(call));
            }

            await LoadAsync(called, cancellationToken);
        }
    }

    // By its file's name, which is quick, or else by the name that it bears.
    private static async Task<RecipeFile?> FindAsync(string folder, string name, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(folder, Pattern).OrderBy(path => Path.GetFileName(path) != name + Pattern[1..]).ThenBy(path => path, StringComparer.Ordinal))
        {
            var recipe = await ReadAsync(path, cancellationToken);
            if (recipe.Name == name || Path.GetFileName(path) == name + Pattern[1..])
            {
                return recipe;
            }
        }

        return null;
    }

    private static async Task<RecipeFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await RecipeFile.ReadAsync(path, cancellationToken);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{new RecipeError(Path.GetFileName(path), e.Line, null, null, e.Message)}");
        }
    }
}

/// <summary>A step that is ready to run, and where it stands.</summary>
internal sealed record LoadedStep(RecipeFile Recipe, RecipeFileStep Step)
{
    public RecipeError Error(string message, int? line = null) => new(Recipe.FileName, line ?? Step.Line, Step.Number, Step.Name, message);

    public RecipeStepReport Report(string message) => new(Recipe.FileName, Step.Number, Step.Name, message);

    public JsonObject Json => Step.Json;
}
