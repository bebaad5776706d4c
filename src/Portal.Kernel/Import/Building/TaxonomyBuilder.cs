using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Export.Folder;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>
/// Makes the item of a taxonomy out of its file: <c>id</c>, <c>title</c>, <c>terms</c>, each with <c>slug</c>, <c>title</c>, <c>id</c> and narrower
/// <c>terms</c>; other keys are fields of the types Taxonomy and Term. The file's name is the taxonomy's alias. Ids that are missing are those that
/// the site has for the alias and the slugs, else new.
/// </summary>
internal sealed class TaxonomyBuilder(ContentDefinitions definitions, FieldWriter fields, IdClaims claims, SourceFile file, FileErrors errors)
{
    public const string Terms = "terms";

    public static readonly IReadOnlyCollection<string> TaxonomyKeys =
    [
        ItemHeader.IdKey, ItemHeader.TitleKey, ItemHeader.OwnerKey, ItemHeader.AuthorKey, ItemHeader.CreatedKey, ItemHeader.PublishedKey, ItemHeader.PartsKey, Terms,
    ];

    public static readonly IReadOnlyCollection<string> TermKeys = [ItemHeader.SlugKey, ItemHeader.TitleKey, ItemHeader.IdKey, ItemHeader.PartsKey, Terms];

    // Addresses of lists have these beside the taxonomies' names.
    private static readonly string[] QueryParameters = ["q", "page", "size", "type", "sort"];

    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private Taxonomy? _known;
    private string _taxonomyId = "";

    /// <summary>Why a taxonomy cannot be called so, in a sentence; null when it can.</summary>
    public static string? NameProblem(string name)
        => !Slugs.IsSlug(name) ? $"'{name}' {Slugs.Rule}. It names the taxonomy in addresses."
            : QueryParameters.Contains(name) ? $"A taxonomy cannot be called '{name}': addresses of lists say something else by it."
            : null;

    /// <summary>The id that the file gives, or that of the site's taxonomy with its name, or a new one.</summary>
    public string Id(FrontMatterMap values, Taxonomy? named)
    {
        var id = Id(values, named?.ItemId);
        if (named is not null && named.ItemId != id)
        {
            errors.Add(values.Line, ItemHeader.IdKey, $"The site's taxonomy '{file.Name}' has another id ({named.ItemId}).");
        }

        return id;
    }

    /// <param name="id">The taxonomy's id.</param>
    /// <param name="values">The file.</param>
    /// <param name="known">The site's taxonomy of that id.</param>
    /// <param name="existing">Its item.</param>
    /// <returns>Null, and an error, when the site has no such type.</returns>
    public ContentItem? Build(string id, FrontMatterMap values, Taxonomy? known, ContentItem? existing)
    {
        if (definitions.Type(TaxonomyCatalog.ContentType) is not { } type || definitions.Type(TaxonomyCatalog.TermType) is not { } termType)
        {
            errors.Add(null, null, $"The content types '{TaxonomyCatalog.ContentType}' and '{TaxonomyCatalog.TermType}' are not defined.");
            return null;
        }

        (_known, _taxonomyId) = (known, id);
        var item = existing?.Copy() ?? new ContentItem { ContentItemId = id, ContentItemVersionId = "", ContentType = type.Name };
        item.ContentItemVersionId = Ids.New();
        item.DisplayText = Title(values);
        var origin = new HeaderReader(values, errors).ReadOrigin();
        item.Owner = origin.Owner ?? item.Owner;
        item.Author = origin.Author ?? item.Author;
        item.CreatedUtc = origin.Created ?? item.CreatedUtc;
        item.ModifiedUtc = null;
        item.PublishedUtc = origin.Published ?? item.PublishedUtc ?? origin.Created;
        item.Apply(new TitlePart { Title = item.DisplayText });
        item.Apply(new AliasPart { Alias = file.Name });
        item.Apply(new TaxonomyPart { TermContentType = termType.Name, Terms = AsKnown(TermsOf(values, termType), existing) });
        fields.Write(item.Content, type, values, TaxonomyKeys, id, errors);
        PartPatch.Apply(item.Content, FrontMatter.PartsOf(values));
        return item;
    }

    // What says nothing stays as it came: it is no change.
    private static JsonArray AsKnown(JsonArray terms, ContentItem? existing)
        => (existing?.Content[nameof(TaxonomyPart)] as JsonObject)?["Terms"] is JsonArray known && SameJson.Are(CanonicalParts.OfTerms(terms), CanonicalParts.OfTerms(known))
            ? (JsonArray)known.DeepClone()
            : terms;

    private JsonArray TermsOf(FrontMatterMap values, ContentTypeDefinition termType)
    {
        switch (values.Values.GetValueOrDefault(Terms))
        {
            case null or FrontMatterScalar { Text: "" }:
                return [];
            case FrontMatterList list:
                return new JsonArray([.. list.Items.Select(item => Term(item, termType)).OfType<JsonNode>()]);
            case var other:
                errors.Add(other.Line, Terms, "A list of terms is expected here, each with slug and title.");
                return [];
        }
    }

    private JsonObject? Term(FrontMatterValue value, ContentTypeDefinition termType)
    {
        if (value is not FrontMatterMap map)
        {
            errors.Add(value.Line, Terms, "A term is a map with slug and title.");
            return null;
        }

        var slug = Text(map, ItemHeader.SlugKey) ?? "";
        if (!Slugs.IsSlug(slug))
        {
            errors.Add(map.Line, ItemHeader.SlugKey, slug.Length == 0 ? "The slug of the term is missing." : $"'{slug}' {Slugs.Rule}.");
        }
        else if (!_slugs.Add(slug))
        {
            errors.Add(map.Line, ItemHeader.SlugKey, $"The term '{slug}' stands twice.");
        }

        var json = TermJson(Id(map, _known?.BySlug(slug)?.ItemId), termType.Name, Title(map), slug, _taxonomyId);
        fields.Write(json, termType, map, TermKeys, json["ContentItemId"]!.GetValue<string>(), errors);
        PartPatch.Apply(json, FrontMatter.PartsOf(map));
        if (TermsOf(map, termType) is { Count: > 0 } narrower)
        {
            json["Terms"] = narrower;
        }

        return json;
    }

    /// <summary>A term of which nothing else is known.</summary>
    public static JsonObject TermJson(string id, string type, string title, string slug, string taxonomyId) => new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = type,
        ["DisplayText"] = title,
        [nameof(TitlePart)] = new JsonObject { ["Title"] = title },
        [nameof(AutoroutePart)] = new JsonObject { ["Path"] = slug },
        [nameof(TermPart)] = new JsonObject { ["TaxonomyContentItemId"] = taxonomyId },
    };

    private string Id(FrontMatterMap map, string? known)
    {
        var own = Text(map, ItemHeader.IdKey);
        if (own is not null && !Ids.IsId(own))
        {
            errors.Add(map.Values[ItemHeader.IdKey].Line, ItemHeader.IdKey, $"'{own}' {IdClaims.Rule}.");
        }

        var id = own ?? known ?? Ids.New();
        claims.Claim(id, file.Path, map.Line, errors);
        return id;
    }

    private string Title(FrontMatterMap map)
    {
        var title = Text(map, ItemHeader.TitleKey);
        if (title is null)
        {
            errors.Add(map.Line, ItemHeader.TitleKey, "The title is missing.");
        }

        return title ?? "";
    }

    private static string? Text(FrontMatterMap map, string key) => map.Values.GetValueOrDefault(key) is FrontMatterScalar { Text.Length: > 0 } scalar ? scalar.Text : null;
}
