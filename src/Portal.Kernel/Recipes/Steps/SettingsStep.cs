using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>settings</c>: each key replaces that of the site's settings.</summary>
public sealed class SettingsStep(DocumentStore documents, ContentDefinitionStore definitions, ChangeFeed feed) : IRecipeStep
{
    private const string SetupUtc = "SetupUtc";

    public string Name => "settings";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var given = new JsonObject(context.Json.Where(property => property.Key != "name").Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        Check(given);
        return await PutAsync(documents, feed, context.Session, given, cancellationToken) ? $"set {string.Join(", ", given.Select(property => property.Key))}." : "as before.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var known = await definitions.CurrentAsync(session, cancellationToken);
        var settings = await documents.GetAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, cancellationToken) ?? [];
        var others = ThemesStep.Settings.Select(each => each.Setting).Append(SetupUtc).ToList();
        var step = new JsonObject { ["name"] = Name };
        foreach (var (key, value) in settings.OrderBy(property => property.Key, StringComparer.Ordinal)
            .Where(property => !others.Contains(property.Key) && CustomSettingsStep.Type(known, property.Key) is null))
        {
            step[key] = value?.DeepClone();
        }

        return step.Count > 1 ? step : null;
    }

    private static void Check(JsonObject given)
    {
        if (given.ContainsKey(SetupUtc))
        {
            throw new RecipeException("'SetupUtc' says when the site was set up and cannot be given.");
        }

        if (SiteSetting.All.Select(setting => setting.Mistake(given)).FirstOrDefault(mistake => mistake is not null) is { } wrong)
        {
            throw new RecipeException(wrong);
        }
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
            feed.Add(session, [ChangeFeed.Settings]);
        }

        return changed;
    }
}
