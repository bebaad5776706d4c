using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Kept;
using Portal.Kernel.Recipes.Reading;
using Portal.Kernel.Recipes.Sources;

namespace Portal.Kernel.Recipes;

/// <summary>
/// Runs recipes in Orchard Core's format, all of one in a single unit of work. What can be known before anything is changed (the file, its
/// expressions, the names of its steps and those of the recipes it calls) is looked at first. A file is read as it is run: its length is no matter.
/// </summary>
public sealed class RecipeRunner(IEnumerable<IRecipeStep> steps, KeptSteps kept, IConfiguration configuration, TimeProvider time)
{
    private readonly FrozenDictionary<string, IRecipeStep> _steps = steps.ToFrozenDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Runs the recipe in the unit of work of <paramref name="session"/>. The caller commits when the report has no errors, and must not when it has, nor
    /// when <see cref="RecipeOptions.Check"/> is set: then the report says what would be done.
    /// </summary>
    /// <param name="session">Where to write.</param>
    /// <param name="path">The recipe file, or a package (<c>.zip</c>).</param>
    /// <param name="options">Who, with which parameters, how strictly.</param>
    /// <param name="progress">Hears, in words, what it is at.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RecipeReport> RunAsync(DbSession session, string path, RecipeOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        RecipeSource source;
        try
        {
            source = RecipeSource.Of(path);
        }
        catch (RecipeException e)
        {
            return new RecipeReport([], [new RecipeError(Path.GetFileName(path), null, null, null, e.Message)]);
        }

        using (source)
        {
            var loader = new RecipeLoader(options, configuration, time);
            var recipe = loader.Load(source, cancellationToken);
            List<RecipeError> errors = [.. loader.Errors, .. options.AllowUnknown ? [] : (recipe?.AllSteps ?? []).Where(step => !IsKnown(step)).Select(Unknown)];
            if (errors.Count > 0 || recipe is null)
            {
                return new RecipeReport([], errors);
            }

            var done = new List<RecipeStepReport>();
            var error = await RunAsync(session, recipe, options, progress, done, cancellationToken);
            return new RecipeReport(done, error is null ? [] : [error]);
        }
    }

    private async Task<RecipeError?> RunAsync(
        DbSession session, LoadedRecipe recipe, RecipeOptions options, IProgress<string>? progress, List<RecipeStepReport> done, CancellationToken cancellationToken)
    {
        using var cursor = new StepCursor(recipe.File);
        foreach (var step in recipe.Steps)
        {
            if (step.IsCall)
            {
                cursor.Skip();
                foreach (var called in step.Called)
                {
                    if (await RunAsync(session, called, options, progress, done, cancellationToken) is { } error)
                    {
                        return error;
                    }
                }

                continue;
            }

            progress?.Report(step.Step.Name);
            try
            {
                done.Add(step.Report(await ExecuteAsync(session, step, cursor, options, progress, cancellationToken)));
            }
            catch (RecipeException e)
            {
                return step.Error(e.Message, e.Line);
            }
        }

        return null;
    }

    private bool IsKnown(LoadedStep step) => _steps.ContainsKey(step.Step.Name) || KnownSteps.Of(step.Step.Name) is not null;

    private RecipeError Unknown(LoadedStep step)
    {
        var known = _steps.Values.Select(each => each.Name).Append(RecipeLoader.Calls).Order(StringComparer.OrdinalIgnoreCase);
        return step.Error($"There is no step '{step.Step.Name}' here; there are {string.Join(", ", known)}, and those of Orchard Core that are kept as data.");
    }

    private async Task<string> ExecuteAsync(
        DbSession session, LoadedStep step, StepCursor cursor, RecipeOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var acting = _steps.GetValueOrDefault(step.Step.Name);
        var context = new RecipeStepContext
        {
            Session = session,
            Folder = step.Recipe.File.Source.Folder,
            OpenBeside = step.Recipe.File.Source.OpenBeside,
            Options = options,
            Progress = progress,
        };
        if (acting?.LongList is { } list)
        {
            using var elements = cursor.Elements(list, step.Recipe.Expressions).GetEnumerator();
            var message = await acting.ExecuteAsync(context with { Elements = Rest(elements) }, cancellationToken);
            while (elements.MoveNext())
            {
                // What the step did not ask for is passed over: the next step begins behind it.
            }

            return message;
        }

        var json = cursor.Whole();
        var whole = (JsonObject)json.Root!;
        step.Recipe.Expressions.EvaluateAll(whole, json.Line);
        return acting is null
            ? await kept.PutAsync(session, step.Step.Name, whole, cancellationToken)
            : await acting.ExecuteAsync(context with { Json = whole }, cancellationToken);
    }

    private static IEnumerable<RecipeElement> Rest(IEnumerator<RecipeElement> elements)
    {
        while (elements.MoveNext())
        {
            yield return elements.Current;
        }
    }
}
