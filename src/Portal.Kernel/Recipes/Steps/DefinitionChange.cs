using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary>Puts the types and parts of a step into the site's, merged with those of the same names or in their place.</summary>
internal sealed class DefinitionChange(ContentDefinitionStore store, bool replaces)
{
    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var before = await store.CurrentAsync(context.Session, cancellationToken);
        var after = before;
        try
        {
            after = context.Json.Objects("ContentParts").Aggregate(after, WithPart);
            after = context.Json.Objects("ContentTypes").Aggregate(after, WithType);
        }
        catch (FormatException e)
        {
            throw new RecipeException(e.Message);
        }

        var unknown = Unknown(after, context.Json).ToList();
        if (unknown.Count > 0 && !context.Options.AllowUnknown)
        {
            throw new RecipeException($"These parts are not known here: {string.Join(", ", unknown)}.");
        }

        var changed = await store.SaveAsync(context.Session, before, after, cancellationToken);
        return $"{changed} types and parts changed.{(unknown.Count > 0 ? $" Not known here, kept as data: {string.Join(", ", unknown)}." : "")}";
    }

    private ContentDefinitions WithPart(ContentDefinitions definitions, JsonObject json)
    {
        var known = json.Text("Name") is { } name ? definitions.Part(name) : null;
        var changed = ContentDefinitionJson.MergePart(replaces ? null : known, json);
        return known is not null && JsonNode.DeepEquals(ContentDefinitionJson.Write(known), ContentDefinitionJson.Write(changed)) ? definitions : definitions.With(changed);
    }

    private ContentDefinitions WithType(ContentDefinitions definitions, JsonObject json)
    {
        var known = json.Text("Name") is { } name ? definitions.Type(name) : null;
        var changed = ContentDefinitionJson.MergeType(replaces ? null : known, json);
        return known is not null && JsonNode.DeepEquals(ContentDefinitionJson.Write(known), ContentDefinitionJson.Write(changed)) ? definitions : definitions.With(changed);
    }

    // A type's own part bears its name and needs no definition as long as it has no fields.
    private static IEnumerable<string> Unknown(ContentDefinitions definitions, JsonObject json)
        => from record in json.Objects("ContentTypes")
           let type = definitions.Type(record.Text("Name")!)!
           from part in type.Parts
           where part.PartName != type.Name && definitions.Part(part.PartName) is null && !KnownParts.Contains(part.PartName)
           select $"{part.PartName} (of the type {type.Name})";
}
