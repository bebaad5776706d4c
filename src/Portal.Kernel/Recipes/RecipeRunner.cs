using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes;

/// <summary>
/// Runs recipes in Orchard Core's format, all of one in a single unit of work. What can be known before anything is changed (the file, its
/// expressions, the names of its steps and those of the recipes it calls) is looked at first.
/// </summary>
public sealed class RecipeRunner(IEnumerable<IRecipeStep> steps, DocumentStore documents, IConfiguration configuration, TimeProvider time)
{
    private const string UnknownKind = "recipe-step";

    private readonly FrozenDictionary<string, IRecipeStep> _steps = steps.ToFrozenDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs the recipe in the unit of work of <paramref name="session"/>. The caller commits when the report has no errors, and must not when it has.</summary>
    /// <param name="session">Where to write; one for reading does when <see cref="RecipeOptions.Check"/> is set.</param>
    /// <param name="path">The recipe file.</param>
    /// <param name="options">Who, with which parameters, how strictly.</param>
    /// <param name="progress">Hears, in words, what it is at.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RecipeReport> RunAsync(DbSession session, string path, RecipeOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var loader = new RecipeLoader(options, configuration, time);
        await loader.LoadAsync(path, cancellationToken);
        List<RecipeError> errors = [.. loader.Errors, .. options.AllowUnknown ? [] : loader.Steps.Where(step => !IsKnown(step)).Select(Unknown)];
        if (errors.Count > 0)
        {
            return new RecipeReport([], errors);
        }

        if (options.Check)
        {
            return new RecipeReport([.. loader.Steps.Select(step => step.Report(IsKnown(step) ? "can be run." : "is not known here."))], []);
        }

        var done = new List<RecipeStepReport>();
        foreach (var step in loader.Steps)
        {
            progress?.Report(step.Step.Name);
            try
            {
                done.Add(step.Report(await ExecuteAsync(session, step, options, progress, cancellationToken)));
            }
            catch (RecipeException e)
            {
                return new RecipeReport(done, [step.Error(e.Message, e.Line)]);
            }
        }

        return new RecipeReport(done, []);
    }

    private bool IsKnown(LoadedStep step) => _steps.ContainsKey(step.Step.Name);

    private RecipeError Unknown(LoadedStep step)
    {
        var known = _steps.Values.Select(each => each.Name).Append("recipes").Order(StringComparer.OrdinalIgnoreCase);
        return step.Error($"There is no step '{step.Step.Name}' here; there are {string.Join(", ", known)}.");
    }

    private async Task<string> ExecuteAsync(DbSession session, LoadedStep step, RecipeOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (_steps.TryGetValue(step.Step.Name, out var known))
        {
            var context = new RecipeStepContext { Session = session, Json = step.Json, Folder = step.Recipe.Folder, Options = options, Progress = progress };
            return await known.ExecuteAsync(context, cancellationToken);
        }

        await documents.PutIfChangedAsync(session, UnknownKind, $"{step.Recipe.Name}/{step.Step.Number}", step.Json, cancellationToken);
        return "is not known here; kept as data.";
    }
}
