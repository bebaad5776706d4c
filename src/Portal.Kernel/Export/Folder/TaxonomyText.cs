using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Import;
using Portal.Kernel.Import.Building;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Export.Folder;

/// <summary>Makes the text of a taxonomy's file; a taxonomy that no such file gives back exactly is an item like any other.</summary>
internal sealed class TaxonomyText(ContentDefinitions definitions, FieldLines fields)
{
    public static string File(string alias) => $"taxonomies/{alias}.yml";

    /// <summary>Null when it must be written as an item.</summary>
    public string? Write(ContentItem item)
    {
        var alias = item.Part<AliasPart>().Alias;
        if (alias is null || TaxonomyBuilder.NameProblem(alias) is not null
            || definitions.Type(TaxonomyCatalog.ContentType) is not { } type || definitions.Type(TaxonomyCatalog.TermType) is not { } termType)
        {
            return null;
        }

        var wanted = CanonicalParts.Of(item, type);
        var yaml = new YamlWriter();
        yaml.Text(ItemHeader.IdKey, item.ContentItemId);
        yaml.Text(ItemHeader.TitleKey, item.DisplayText);
        fields.Write(yaml, wanted, type, TaxonomyBuilder.TaxonomyKeys, item.ContentItemId);
        ItemText.Origin(yaml, item, ItemState.Published);
        var made = Build(alias, yaml.ToString(), item.ContentItemId, new ImportErrors());
        if (made is null || Without(made.Content) is not { } own || PartPatch.Between(own, Without(wanted)) is not { } patch)
        {
            return null;
        }

        if (patch.Count > 0)
        {
            yaml.Json(ItemHeader.PartsKey, patch);
        }

        if (!Terms(yaml, wanted[nameof(TaxonomyPart)]?["Terms"] as JsonArray, item.ContentItemId, termType, 0))
        {
            return null;
        }

        var errors = new ImportErrors();
        var read = Build(alias, yaml.ToString(), item.ContentItemId, errors);
        return !errors.Any && read is not null && SameJson.Are(Canonical(read.Content), Canonical(wanted)) && read.DisplayText == item.DisplayText ? yaml.ToString() : null;
    }

    private bool Terms(YamlWriter yaml, JsonArray? terms, string taxonomyId, ContentTypeDefinition type, int indent)
    {
        if (terms is not { Count: > 0 })
        {
            return true;
        }

        yaml.Line(TaxonomyBuilder.Terms + ":", indent);
        return terms.All(term => term is JsonObject json && Term(yaml, json, taxonomyId, type, indent + 2));
    }

    private bool Term(YamlWriter yaml, JsonObject json, string taxonomyId, ContentTypeDefinition type, int indent)
    {
        var term = CanonicalParts.OfTerm(json);
        if (term["ContentItemId"].TextOrNull() is not { } id || (term[nameof(AutoroutePart)] as JsonObject)?["Path"].TextOrNull() is not { } slug
            || (term["DisplayText"].TextOrNull() ?? (term[nameof(TitlePart)] as JsonObject)?["Title"].TextOrNull()) is not { Length: > 0 } title)
        {
            return false;
        }

        yaml.Line($"- {ItemHeader.SlugKey}: {YamlText.Of(slug)}", indent);
        yaml.Text(ItemHeader.TitleKey, title, indent + 2);
        yaml.Text(ItemHeader.IdKey, id, indent + 2);
        var own = new YamlWriter();
        fields.Write(own, term, type, TaxonomyBuilder.TermKeys, id);
        fields.Write(yaml, term, type, TaxonomyBuilder.TermKeys, id, indent + 2);

        var made = TaxonomyBuilder.TermJson(id, type.Name, title, slug, taxonomyId);
        var errors = new ImportErrors().For("");
        if (FrontMatter.ReadValues(own.ToString(), 1, errors) is { } values)
        {
            fields.Reader.Write(made, type, values, TaxonomyBuilder.TermKeys, id, errors);
        }

        if (PartPatch.Between((JsonObject)SameJson.Kept(made)!, term) is not { } patch)
        {
            return false;
        }

        if (patch.Count > 0)
        {
            yaml.Json(ItemHeader.PartsKey, patch, indent + 2);
        }

        return Terms(yaml, json["Terms"] as JsonArray, taxonomyId, type, indent + 2);
    }

    private ContentItem? Build(string alias, string text, string id, ImportErrors errors)
    {
        var file = errors.For(File(alias));
        if (FrontMatter.ReadValues(text, 1, file) is not { } values)
        {
            return null;
        }

        var builder = new TaxonomyBuilder(definitions, fields.Reader, new IdClaims(), new SourceFile(File(alias), File(alias)), file);
        return builder.Id(values, null) == id ? builder.Build(id, values, null, null) : null;
    }

    private static JsonObject Without(JsonObject content)
    {
        var parts = (JsonObject)SameJson.Kept(content)!;
        (parts[nameof(TaxonomyPart)] as JsonObject)?.Remove("Terms");
        return parts;
    }

    private static JsonObject Canonical(JsonObject content)
    {
        var parts = (JsonObject)SameJson.Kept(content)!;
        if (parts[nameof(TaxonomyPart)] is JsonObject taxonomy)
        {
            taxonomy["Terms"] = CanonicalParts.OfTerms(taxonomy["Terms"] as JsonArray);
        }

        return parts;
    }
}
