using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>themes</c>: <c>site</c> names the theme of the pages; <c>admin</c> is kept, ours has one theme for both.</summary>
public sealed class ThemesStep(DocumentStore documents, ChangeFeed feed) : IRecipeStep
{
    /// <summary>The step's keys and the settings that they are kept in.</summary>
    internal static readonly IReadOnlyList<(string Key, string Setting)> Settings = [("site", "Theme"), ("admin", "AdminTheme")];

    public string Name => "themes";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var given = new JsonObject();
        foreach (var (key, setting) in Settings)
        {
            if (context.Json.Text(key) is { Length: > 0 } theme)
            {
                given[setting] = theme;
            }
        }

        return await SettingsStep.PutAsync(documents, feed, context.Session, given, cancellationToken) ? $"the theme is {given["Theme"]}." : "as before.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var settings = await documents.GetAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, cancellationToken) ?? [];
        var step = new JsonObject { ["name"] = Name };
        foreach (var (key, setting) in Settings.Where(each => settings[each.Setting] is not null))
        {
            step[key] = settings[setting]!.DeepClone();
        }

        return step.Count > 1 ? step : null;
    }
}
