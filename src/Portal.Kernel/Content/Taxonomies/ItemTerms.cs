using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;

namespace Portal.Kernel.Content.Taxonomies;

/// <summary>The terms that an item is filed under.</summary>
public static class ItemTerms
{
    public const string FieldType = "TaxonomyField";

    /// <summary>Names of taxonomies and slugs of terms, broader terms included, each pair once; terms that no longer exist are passed over.</summary>
    public static IReadOnlyList<(string Taxonomy, string Term)> Of(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, TaxonomySet taxonomies)
        => [.. (from placed in definitions.FieldsOf(type)
                where placed.Field.FieldType == FieldType
                let json = item.Field(placed.PartName, placed.Field.Name)
                where json is not null
                from pair in Of(json, taxonomies)
                select pair).Distinct()];

    /// <summary>The terms that one field names, narrowest only, in the field's order.</summary>
    public static IEnumerable<Term> Chosen(JsonObject field, TaxonomySet taxonomies)
    {
        var taxonomy = (string?)field["TaxonomyContentItemId"] is { } id ? taxonomies.ById(id) : null;
        return taxonomy is null || field["TermContentItemIds"] is not JsonArray ids
            ? []
            : ids.Select(termId => (string?)termId).OfType<string>().Select(taxonomy.ById).OfType<Term>();
    }

    private static IEnumerable<(string Taxonomy, string Term)> Of(JsonObject field, TaxonomySet taxonomies)
    {
        var taxonomy = (string?)field["TaxonomyContentItemId"] is { } id ? taxonomies.ById(id) : null;
        return taxonomy is null
            ? []
            : Chosen(field, taxonomies).SelectMany(taxonomy.WithBroader).Select(term => (taxonomy.Name, term.Slug));
    }
}
