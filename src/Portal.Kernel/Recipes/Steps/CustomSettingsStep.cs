using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>custom-settings</c>: settings of the site that are content items, of types whose stereotype is <c>CustomSettings</c>; each replaces the one before.</summary>
public sealed class CustomSettingsStep(ContentDefinitionStore definitions, FieldKinds kinds, DocumentStore documents, ChangeFeed feed) : IRecipeStep
{
    private const string Stereotype = "CustomSettings";

    public string Name => "custom-settings";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var known = await definitions.CurrentAsync(context.Session, cancellationToken);
        var given = new JsonObject();
        foreach (var (key, value) in context.Json.Where(property => property.Key != "name"))
        {
            var type = Type(known, key) ?? throw new RecipeException($"'{key}' is no content type with the stereotype '{Stereotype}'.");
            given[key] = Checked(value, type, known).DeepClone();
        }

        return await SettingsStep.PutAsync(documents, feed, context.Session, given, cancellationToken) ? $"set {string.Join(", ", given.Select(property => property.Key))}." : "as before.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var known = await definitions.CurrentAsync(session, cancellationToken);
        var settings = await documents.GetAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, cancellationToken) ?? [];
        var step = new JsonObject { ["name"] = Name };
        foreach (var (key, value) in settings.Where(property => Type(known, property.Key) is not null))
        {
            step[key] = value?.DeepClone();
        }

        return step.Count > 1 ? step : null;
    }

    /// <summary>The content type whose item a setting is; null when it is a setting of another kind.</summary>
    internal static ContentTypeDefinition? Type(ContentDefinitions definitions, string key)
        => definitions.Type(key) is { } type && type.Settings.Text("ContentTypeSettings", "Stereotype") == Stereotype ? type : null;

    private JsonObject Checked(JsonNode? value, ContentTypeDefinition type, ContentDefinitions known)
    {
        if (value is not JsonObject item || (item["ContentType"] is { } named && (named is not JsonValue text || !text.TryGetValue<string>(out var name) || name != type.Name)))
        {
            throw new RecipeException($"'{type.Name}' must be a content item of that type.");
        }

        foreach (var (part, field) in known.FieldsOf(type))
        {
            if (kinds.Validate(field, (item[part] as JsonObject)?[field.Name] as JsonObject).FirstOrDefault() is { } problem)
            {
                throw new RecipeException($"{type.Name}: {part}.{field.Name}: {problem}");
            }
        }

        return item;
    }
}
