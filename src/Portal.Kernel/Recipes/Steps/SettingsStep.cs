using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>settings</c>: each key replaces that of the site's settings.</summary>
public sealed class SettingsStep(DocumentStore documents, ChangeFeed feed) : IRecipeStep
{
    public string Name => "settings";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var given = new JsonObject(context.Json.Where(property => property.Key != "name").Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        return await PutAsync(documents, feed, context.Session, given, cancellationToken) ? $"set {string.Join(", ", given.Select(property => property.Key))}." : "as before.";
    }

    /// <summary>Puts settings in place of those of the same names. Returns whether that changed any.</summary>
    internal static async Task<bool> PutAsync(DocumentStore documents, ChangeFeed feed, DbSession session, JsonObject given, CancellationToken cancellationToken)
    {
        var settings = await documents.GetAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, cancellationToken) ?? [];
        foreach (var (key, value) in given)
        {
            settings[key] = value?.DeepClone();
        }

        var changed = await documents.PutIfChangedAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, settings, cancellationToken);
        if (changed)
        {
            await feed.AddAsync(session, [ChangeFeed.Settings], cancellationToken);
        }

        return changed;
    }
}
