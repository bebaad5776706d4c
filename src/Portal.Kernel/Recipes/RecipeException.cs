namespace Portal.Kernel.Recipes;

/// <summary>Ends a recipe: what it asks for cannot be done. The message is for whoever wrote the recipe; the runner adds the place.</summary>
public sealed class RecipeException(string message, int? line = null) : Exception(message)
{
    /// <summary>The line in the recipe, where it is known better than by the step.</summary>
    public int? Line => line;
}
