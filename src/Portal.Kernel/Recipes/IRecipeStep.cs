using System.Text.Json.Nodes;
using Portal.Kernel.Data;

namespace Portal.Kernel.Recipes;

/// <summary>
/// Something that a recipe can ask for. To add one: a class that does it, and <c>services.AddSingleton&lt;IRecipeStep, ...&gt;()</c>. A step works in
/// the recipe's unit of work and changes nothing that is already as asked for, so that a recipe can be run again.
/// </summary>
public interface IRecipeStep
{
    /// <summary>The step's <c>name</c> in recipes; upper and lower case are no difference.</summary>
    string Name { get; }

    /// <summary>Does what is asked for. Returns what was done, in a sentence.</summary>
    /// <exception cref="RecipeException">It cannot be done; nothing of the recipe is kept.</exception>
    Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken);
}

/// <summary>What a step works with.</summary>
public sealed record RecipeStepContext
{
    public required DbSession Session { get; init; }

    /// <summary>The step as it stands in the recipe, its expressions evaluated.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>The folder of the recipe file, which paths in it are relative to.</summary>
    public required string Folder { get; init; }

    public required RecipeOptions Options { get; init; }

    /// <summary>Hears how far a long step is, in words.</summary>
    public IProgress<string>? Progress { get; init; }
}
