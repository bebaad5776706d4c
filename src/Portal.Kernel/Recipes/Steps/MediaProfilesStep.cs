using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>MediaProfiles</c>: named sizes and forms of pictures, each in place of the one of its name.</summary>
public sealed class MediaProfilesStep(DocumentStore documents) : IRecipeStep
{
    /// <summary>The kind of the documents that profiles are kept in, each under its name.</summary>
    public const string Kind = "media-profile";

    private const int MaxSize = 8_192;

    // In the order of their numbers, by which they may be given too.
    private static readonly string[] Modes = ["Undefined", "Max", "Crop", "Pad", "BoxPad", "Min", "Stretch"];
    private static readonly string[] Formats = ["Undefined", "Bmp", "Gif", "Jpg", "Png", "Tga", "WebP"];

    public string Name => "MediaProfiles";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var profiles = context.Json.Property(Name) as JsonObject ?? throw new RecipeException($"'{Name}' must be an object: profiles by their names.");
        var changed = 0;
        foreach (var (name, value) in profiles)
        {
            var profile = value as JsonObject ?? throw new RecipeException($"The profile '{name}' must be an object.");
            changed += await documents.PutIfChangedAsync(context.Session, Kind, name, Checked(name, (JsonObject)profile.DeepClone()), cancellationToken) ? 1 : 0;
        }

        return $"{profiles.Count} profiles, {changed} changed.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var profiles = new JsonObject();
        foreach (var name in await documents.NamesAsync(session, Kind, cancellationToken))
        {
            profiles[name] = await documents.GetAsync(session, Kind, name, cancellationToken);
        }

        return profiles.Count == 0 ? null : new JsonObject { ["name"] = Name, [Name] = profiles };
    }

    private static JsonObject Checked(string name, JsonObject profile)
    {
        OneOf(name, profile, "Mode", Modes);
        OneOf(name, profile, "Format", Formats);
        Between(name, profile, "Width", MaxSize);
        Between(name, profile, "Height", MaxSize);
        Between(name, profile, "Quality", 100);
        return profile;
    }

    private static void OneOf(string profile, JsonObject json, string key, string[] names)
    {
        if (json[key] is { } value)
        {
            var given = Written(value);
            json[key] = Array.Find(names, each => each.Equals(given, StringComparison.OrdinalIgnoreCase))
                ?? (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? names.ElementAtOrDefault(number) : null)
                ?? throw new RecipeException($"The profile '{profile}': '{key}' is one of {string.Join(", ", names)}.");
        }
    }

    private static void Between(string profile, JsonObject json, string key, int most)
    {
        if (json[key] is { } value)
        {
            json[key] = int.TryParse(Written(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
                ? number
                : throw new RecipeException($"The profile '{profile}': '{key}' is a whole number from 0 to {most}.");
        }
    }

    // Numbers may be written as texts.
    private static string Written(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
