using Portal.Kernel.Recipes.Expressions;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>A recipe that can be run as far as looking at it tells.</summary>
internal sealed record LoadedRecipe(RecipeFile File, RecipeExpressions Expressions)
{
    public List<LoadedStep> Steps { get; } = [];

    /// <summary>Its steps and those of the recipes it calls, in the order in which they are run.</summary>
    public IEnumerable<LoadedStep> AllSteps => Steps.SelectMany(step => step.IsCall ? step.Called.SelectMany(called => called.AllSteps) : [step]);
}

/// <summary>A step and where it stands; for a <c>recipes</c> step what it calls.</summary>
internal sealed record LoadedStep(LoadedRecipe Recipe, RecipeFileStep Step, IReadOnlyList<LoadedRecipe> Called)
{
    public bool IsCall => Step.Name.Equals(RecipeLoader.Calls, StringComparison.OrdinalIgnoreCase);

    public RecipeError Error(string message, int? line = null) => new(Recipe.File.FileName, line ?? Step.Line, Step.Number, Step.Name, message);

    public RecipeStepReport Report(string message) => new(Recipe.File.FileName, Step.Number, Step.Name, message);
}
