using System.Globalization;

namespace Portal.Kernel.Recipes;

/// <summary>What a recipe did, step by step. With errors nothing of it may be committed.</summary>
public sealed record RecipeReport(IReadOnlyList<RecipeStepReport> Steps, IReadOnlyList<RecipeError> Errors)
{
    public bool Succeeded => Errors.Count == 0;
}

/// <summary>What one step did, in a sentence.</summary>
public sealed record RecipeStepReport(string File, int Number, string Name, string Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}: step {Number} ({Name}): {Message}");
}

/// <summary>What is wrong in a recipe.</summary>
/// <param name="File">The recipe file's name.</param>
/// <param name="Line">The line, from 1, where one can be named.</param>
/// <param name="Number">The step, from 1; null outside of the steps.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Message">A sentence, or several lines of them.</param>
public sealed record RecipeError(string File, int? Line, int? Number, string? Name, string Message)
{
    public override string ToString()
    {
        var place = Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}") : File;
        var step = Number is { } number ? string.Create(CultureInfo.InvariantCulture, $": step {number} ({Name})") : "";
        return $"{place}{step}: {Message}";
    }
}
