using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>themes</c>: <c>site</c> names the theme of the pages; <c>admin</c> is kept, ours has one theme for both.</summary>
public sealed class ThemesStep(DocumentStore documents, ChangeFeed feed) : IRecipeStep
{
    public string Name => "themes";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var given = new JsonObject();
        foreach (var (key, setting) in new[] { ("site", "Theme"), ("admin", "AdminTheme") })
        {
            if (context.Json.Text(key) is { Length: > 0 } theme)
            {
                given[setting] = theme;
            }
        }

        return await SettingsStep.PutAsync(documents, feed, context.Session, given, cancellationToken) ? $"the theme is {given["Theme"]}." : "as before.";
    }
}
