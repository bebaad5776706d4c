using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>ReplaceContentDefinition</c>: types and parts as they are given, in place of those of the same names.</summary>
public sealed class ReplaceContentDefinitionStep(ContentDefinitionStore store) : IRecipeStep
{
    private readonly DefinitionChange _change = new(store, replaces: true);

    public string Name => "ReplaceContentDefinition";

    public Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken) => _change.ExecuteAsync(context, cancellationToken);
}
