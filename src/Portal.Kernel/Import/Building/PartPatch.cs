using System.Text.Json.Nodes;

namespace Portal.Kernel.Import.Building;

/// <summary>
/// What stands under <c>parts</c> in a file: by part, the properties that no other key of the file gives. A property named there replaces that of the
/// part; a part that is null is taken away; one that the item does not have is put in as it stands.
/// </summary>
internal static class PartPatch
{
    public static void Apply(JsonObject content, JsonObject? patch)
    {
        foreach (var (name, value) in patch ?? [])
        {
            if (value is null)
            {
                content.Remove(name);
            }
            else if (value is JsonObject given && content[name] is JsonObject part)
            {
                foreach (var (key, property) in given)
                {
                    part[key] = property?.DeepClone();
                }
            }
            else
            {
                content[name] = value.DeepClone();
            }
        }
    }

    /// <summary>What makes the one out of the other; null when no patch can, since the other lacks a property of a part that it has.</summary>
    public static JsonObject? Between(JsonObject made, JsonObject wanted)
    {
        var patch = new JsonObject();
        foreach (var name in made.Select(part => part.Key).Union(wanted.Select(part => part.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (from, to) = (made[name], wanted[name]);
            if (JsonNode.DeepEquals(from, to))
            {
                continue;
            }

            if (from is not JsonObject part || to is not JsonObject target)
            {
                patch[name] = to?.DeepClone();
            }
            else if (part.All(property => target.ContainsKey(property.Key)))
            {
                // Sorted, since the order in which they come to stand in the part is another one.
                patch[name] = new JsonObject(target.Where(property => !part.ContainsKey(property.Key) || !JsonNode.DeepEquals(part[property.Key], property.Value))
                    .OrderBy(property => property.Key, StringComparer.Ordinal)
                    .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
            }
            else
            {
                return null;
            }
        }

        return patch;
    }
}
