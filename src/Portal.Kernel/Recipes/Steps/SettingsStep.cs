using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>settings</c>: each key replaces that of the site's settings.</summary>
public sealed class SettingsStep(DocumentStore documents, ContentDefinitionStore definitions, ChangeFeed feed) : IRecipeStep
{
    private const string SetupUtc = "SetupUtc";

    private static readonly string[] Texts = ["SiteName", "Description", "BaseUrl", "Theme", "Language", "QuickExit"];

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
        foreach (var key in Texts.Where(key => given[key] is { } value && value.GetValueKind() != JsonValueKind.String))
        {
            throw new RecipeException($"'{key}' must be a text.");
        }

        if (given.ContainsKey(SetupUtc))
        {
            throw new RecipeException("'SetupUtc' says when the site was set up and cannot be given.");
        }

        if ((string?)given["BaseUrl"] is { Length: > 0 } root && !(Uri.TryCreate(root, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new RecipeException($"'BaseUrl' is '{root}': it must be an address such as https://portal.example.");
        }

        if ((string?)given["QuickExit"] is { Length: > 0 } exit && !(Uri.TryCreate(exit, UriKind.Absolute, out var away) && away.Scheme == Uri.UriSchemeHttps))
        {
            throw new RecipeException($"'QuickExit' is '{exit}': it must be an address such as https://www.wikipedia.org/, where nothing tells what was read.");
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
