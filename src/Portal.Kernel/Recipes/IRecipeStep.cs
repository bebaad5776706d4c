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

    /// <summary>The list that may be too long to be held: its objects are handed on one by one (<see cref="RecipeStepContext.Elements"/>). Null: the step is read as a whole.</summary>
    string? LongList => null;

    /// <summary>Whether a set-up recipe made of a site holds what this step exports: not what is about single people.</summary>
    bool BelongsToSetup => true;

    /// <summary>Does what is asked for. Returns what was done, in a sentence.</summary>
    /// <exception cref="RecipeException">It cannot be done; nothing of the recipe is kept.</exception>
    Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken);

    /// <summary>The other way round: the step that, run on an empty site, gives what this site has; null when there is nothing to say, or a package says it otherwise.</summary>
    Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken) => Task.FromResult<JsonObject?>(null);
}

/// <summary>What a step works with.</summary>
public sealed record RecipeStepContext
{
    public required DbSession Session { get; init; }

    /// <summary>The step as it stands in the recipe, its expressions evaluated; empty for a step with a <see cref="IRecipeStep.LongList"/>.</summary>
    public JsonObject Json { get; init; } = [];

    /// <summary>The objects of the step's <see cref="IRecipeStep.LongList"/>, read as they are asked for; once, and in order.</summary>
    public IEnumerable<RecipeElement> Elements { get; init; } = [];

    /// <summary>The folder on disk that paths in the recipe are relative to; null in a package.</summary>
    public string? Folder { get; init; }

    /// <summary>Opens a file that came with the recipe, by its path from there.</summary>
    /// <exception cref="RecipeException">There is none, or it lies outside.</exception>
    public required Func<string, Stream> OpenBeside { get; init; }

    public required RecipeOptions Options { get; init; }

    /// <summary>Hears how far a long step is, in words.</summary>
    public IProgress<string>? Progress { get; init; }
}
