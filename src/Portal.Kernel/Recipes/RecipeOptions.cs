using System.Collections.Frozen;
using Portal.Kernel.Audit;

namespace Portal.Kernel.Recipes;

/// <param name="Actor">Who runs the recipe.</param>
public sealed record RecipeOptions(Actor Actor)
{
    /// <summary>What <c>parameters('...')</c> answers, for example <c>SiteName</c>; one that is not there is empty.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Steps and parts that are not known are kept as data, and reported, in place of stopping the recipe.</summary>
    public bool AllowUnknown { get; init; }

    /// <summary>The recipe is run and not committed: its report says what it would do.</summary>
    public bool Check { get; init; }
}
