using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>
/// Terms of a taxonomy: <c>{ TaxonomyContentItemId, TermContentItemIds: [] }</c>. In a file by the terms' slugs. The taxonomy is named by Orchard Core's
/// setting <c>TaxonomyContentItemId</c> or by ours, <c>TaxonomyAlias</c>, since ids are made where the taxonomies are written.
/// </summary>
public sealed class TaxonomyFieldKind : FieldKind
{
    public override string Name => "TaxonomyField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (ItemTerms.Taxonomy(reading.Field, reading.Lookup.Taxonomies) is not { } taxonomy)
        {
            reading.Refuse(value, $"The taxonomy '{ItemTerms.Named(reading.Field)}' of this field does not exist.");
            return null;
        }

        var ids = reading.Many(value).Select(slug => Term(taxonomy, slug, reading)).OfType<Term>().Select(term => term.ItemId).Distinct().ToList();
        return ids.Count == 0 ? null : new JsonObject { ["TaxonomyContentItemId"] = taxonomy.ItemId, ["TermContentItemIds"] = Array(ids) };
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names)
    {
        var slugs = String(json, "TaxonomyContentItemId") is { } taxonomy ? Strings(json, "TermContentItemIds")?.Select(term => names.Slug(taxonomy, term)).ToList() : null;
        return slugs is null || slugs.Contains(null) ? null : Scalars(slugs.OfType<string>());
    }

    protected override bool IsEmpty(JsonObject json) => Missing(json, "TermContentItemIds");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Strings(json, "TermContentItemIds") is not { } terms)
        {
            yield return "A list of terms' ids is expected here.";
        }
        else if (terms.Count > 1 && field.Flag("Unique"))
        {
            yield return $"Only one term may stand here, not {terms.Count}.";
        }
    }

    private static Term? Term(Taxonomy taxonomy, FrontMatterScalar slug, FieldReading reading)
    {
        if (taxonomy.BySlug(slug.Text) is not { } term)
        {
            var nearest = NearestName.Of(slug.Text, taxonomy.Terms.Select(each => each.Slug));
            reading.Refuse(slug, $"The taxonomy '{taxonomy.Name}' has no term '{slug.Text}'.{NearestName.Suggestion(nearest)}");
            return null;
        }

        if (reading.Field.Flag("LeavesOnly") && taxonomy.Terms.Any(each => each.BroaderId == term.ItemId))
        {
            reading.Refuse(slug, $"'{slug.Text}' has narrower terms; choose one of them.");
            return null;
        }

        return term;
    }
}
