using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Taxonomies;

/// <summary>The terms that an item is filed under, by its own fields and by those of the items inside it.</summary>
public static class ItemTerms
{
    public const string FieldType = "TaxonomyField";

    /// <summary>Names of taxonomies and slugs of terms, broader terms included, each pair once; terms that no longer exist are passed over.</summary>
    public static IReadOnlyList<(string Taxonomy, string Term)> Of(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, TaxonomySet taxonomies)
        => [.. ItemFields.OfKind(FieldType, item, type, definitions).SelectMany(field => Of(field.Json!, taxonomies)).Distinct()];

    /// <summary>The terms that one field names, narrowest only, in the field's order.</summary>
    public static IEnumerable<Term> Chosen(JsonObject field, TaxonomySet taxonomies)
    {
        var taxonomy = Taxonomy(field, taxonomies);
        return taxonomy is null ? [] : ItemFields.Texts(field, "TermContentItemIds").Select(taxonomy.ById).OfType<Term>();
    }

    private static IEnumerable<(string Taxonomy, string Term)> Of(JsonObject field, TaxonomySet taxonomies)
    {
        var taxonomy = Taxonomy(field, taxonomies);
        return taxonomy is null
            ? []
            : Chosen(field, taxonomies).SelectMany(taxonomy.WithBroader).Select(term => (taxonomy.Name, term.Slug));
    }

    /// <summary>The taxonomy that a field's definition names, by our alias or by Orchard Core's id.</summary>
    public static string? Named(ContentFieldDefinition field) => field.Text("TaxonomyAlias") ?? field.Text("TaxonomyContentItemId");

    /// <summary>The taxonomy that a field's definition names; null when it is not known.</summary>
    public static Taxonomy? Taxonomy(ContentFieldDefinition field, TaxonomySet taxonomies) => Named(field) is { } named ? taxonomies.ByName(named) ?? taxonomies.ById(named) : null;

    /// <summary>The taxonomy that a field's terms are of; null when it is not known.</summary>
    public static Taxonomy? Taxonomy(JsonObject field, TaxonomySet taxonomies)
        => field["TaxonomyContentItemId"].TextOrNull() is { } id ? taxonomies.ById(id) : null;
}
