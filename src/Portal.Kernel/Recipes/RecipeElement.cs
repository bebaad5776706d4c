using System.Text.Json.Nodes;

namespace Portal.Kernel.Recipes;

/// <summary>One element of a long step, its expressions evaluated, and where it stands.</summary>
/// <param name="Json">The element.</param>
/// <param name="Line">The line it begins on.</param>
/// <param name="LineOf">The line of something within it; null where it is not known.</param>
public sealed record RecipeElement(JsonObject Json, int Line, Func<JsonNode?, int?> LineOf)
{
    /// <summary>An error about the element, or about something within it.</summary>
    public RecipeException Refuse(string message, JsonNode? within = null) => new(message, LineOf(within) ?? Line);
}
