using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Export.Folder;

/// <summary>An item's parts without what says nothing: a route's switches that are off, a language that is
/// the one every item has, a set of translations of its own.</summary>
internal static class CanonicalParts
{
    private static readonly string[] Switches =
        [nameof(AutoroutePart.SetHomepage), nameof(AutoroutePart.Disabled), nameof(AutoroutePart.RouteContainedItems), nameof(AutoroutePart.Absolute)];

    public static JsonObject Of(ContentItem item, ContentTypeDefinition? type)
    {
        var parts = (JsonObject)item.Content.DeepClone();
        WithoutSwitches(parts);
        if (type?.Has(nameof(LocalizationPart)) == true && parts[nameof(LocalizationPart)] is null or JsonObject)
        {
            parts[nameof(LocalizationPart)] ??= new JsonObject();
            var part = parts[nameof(LocalizationPart)]!.AsObject();
            part[nameof(LocalizationPart.Culture)] ??= LocalizationPart.DefaultCulture;
            if (part[nameof(LocalizationPart.LocalizationSet)] is null or JsonValue && item.Part<LocalizationPart>().LocalizationSet is var set && (string.IsNullOrEmpty(set) || set == item.ContentItemId))
            {
                // An item that names no set begins one that bears its own id.
                part.Remove(nameof(LocalizationPart.LocalizationSet));
            }
        }

        return parts;
    }

    /// <summary>Of a term; what stands under it is left out, and so are its nulls.</summary>
    public static JsonObject OfTerm(JsonObject term)
    {
        var parts = new JsonObject(term.Where(property => property.Key != "Terms" && property.Value is not null).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        WithoutSwitches(parts);
        return parts;
    }

    /// <summary>Terms with those under them.</summary>
    public static JsonArray OfTerms(JsonArray? terms) => new([.. (terms ?? []).OfType<JsonObject>().Select(term =>
    {
        var json = OfTerm(term);
        json["Terms"] = OfTerms(term["Terms"] as JsonArray);
        return json;
    })]);

    private static void WithoutSwitches(JsonObject parts)
    {
        if (parts[nameof(AutoroutePart)] is JsonObject route)
        {
            foreach (var name in Switches.Where(name => route[name] is null || route[name]!.GetValueKind() == JsonValueKind.False))
            {
                route.Remove(name);
            }

            if (route.Count == 0)
            {
                parts.Remove(nameof(AutoroutePart));
            }
        }
    }
}
