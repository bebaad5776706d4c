using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Kept;

/// <summary>Keeps steps that nothing acts on, merged as Orchard Core would merge what they bring: by the names and ids in their lists.</summary>
public sealed class KeptSteps(DocumentStore documents)
{
    private const string Kind = "recipe-step";
    private const string StepName = "name";

    /// <summary>Keeps a step. Returns what was done, in a sentence.</summary>
    public async Task<string> PutAsync(DbSession session, string name, JsonObject step, CancellationToken cancellationToken)
    {
        var known = KnownSteps.Of(name);
        if (known?.Name == "command" && step.Texts("Commands").FirstOrDefault(command => command.Contains("/Password:", StringComparison.OrdinalIgnoreCase)) is { } secret)
        {
            throw new RecipeException($"The command '{secret.Split(' ')[0]}' has a password in clear, which is not kept; make the account by a 'Users' step without one.");
        }

        var document = known?.One is { } property && step.Text(property) is { Length: > 0 } key ? $"{known.Name}/{key}" : known?.Name ?? name;
        var before = await documents.GetAsync(session, Kind, document, cancellationToken);
        var after = Merged(before ?? [], step, known?.Keys ?? []);
        after[StepName] = known?.Name ?? name;
        var changed = await documents.PutIfChangedAsync(session, Kind, document, after, cancellationToken);
        return !changed ? "kept as data; as before."
            : known is null ? "is not known here; kept as data."
            : "kept as data; nothing acts on it here.";
    }

    /// <summary>All steps that are kept, as they are exported.</summary>
    public Task<IReadOnlyList<JsonObject>> AllAsync(DbSession session, CancellationToken cancellationToken) => documents.AllAsync(session, Kind, cancellationToken);

    private static JsonObject Merged(JsonObject before, JsonObject given, IReadOnlyList<string> keys)
    {
        var merged = (JsonObject)before.DeepClone();
        foreach (var (name, value) in given)
        {
            merged[name] = (merged[name], value) switch
            {
                (JsonObject old, JsonObject some) => WithAll(old, some),
                (JsonArray old, JsonArray some) => WithAll(old, some, keys),
                _ => value?.DeepClone(),
            };
        }

        return merged;
    }

    private static JsonObject WithAll(JsonObject old, JsonObject some)
    {
        var all = (JsonObject)old.DeepClone();
        foreach (var (name, value) in some)
        {
            all[name] = value?.DeepClone();
        }

        return all;
    }

    private static JsonArray WithAll(JsonArray old, JsonArray some, IReadOnlyList<string> keys)
    {
        var all = old.Select(element => element?.DeepClone()).ToList();
        foreach (var element in some)
        {
            var at = all.FindIndex(each => Same(each, element, keys));
            if (at >= 0)
            {
                all[at] = element?.DeepClone();
            }
            else
            {
                all.Add(element?.DeepClone());
            }
        }

        return new JsonArray([.. all]);
    }

    private static bool Same(JsonNode? one, JsonNode? other, IReadOnlyList<string> keys)
        => keys.Count > 0 && one is JsonObject first && other is JsonObject second && keys.All(key => first[key] is not null)
            ? keys.All(key => JsonNode.DeepEquals(first[key], second[key]))
            : JsonNode.DeepEquals(one, other);
}
