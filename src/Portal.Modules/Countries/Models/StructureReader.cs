using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Countries.Models;

/// <summary>Reads the structures of a country model and finds which of them they name in each other.</summary>
public sealed class StructureReader(ContentDefinitionStore definitions, TaxonomyCatalog taxonomies)
{
    private const string Bag = "Structures";

    public async ValueTask<IReadOnlyList<Structure>> OfAsync(ContentItem model, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        if (known.Type(model.ContentType) is not { } type)
        {
            return [];
        }

        var catalog = await taxonomies.GetAsync(cancellationToken);
        // Headings of the text stand on the same page, and links hold on to them.
        var anchors = new HeadingIdSequence(MarkdownOutline.Of(model.Part<MarkdownBodyPart>().Markdown ?? "").Anchors);
        var inner = InnerItems.Groups(model.Content, type).Where(group => group.Part.Name == Bag).SelectMany(group => group.Items(known)).Where(item => item.Item.Title().Length > 0);
        var structures = inner.Select(item => Read(item, catalog, anchors)).ToList();
        var byTitle = structures.DistinctBy(structure => structure.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(structure => structure.Title, structure => structure.Anchor, StringComparer.OrdinalIgnoreCase);
        return [.. structures.Select(structure => structure with
        {
            Parent = structure.PartOf is { } name && byTitle.GetValueOrDefault(name) is { } parent && parent != structure.Anchor ? parent : null,
            WorksWith = [.. structure.WorksWith.Select(relation => Resolve(relation.With, byTitle)).Where(relation => relation.Anchor != structure.Anchor)],
        })];
    }

    private static Structure Read(InnerItem inner, TaxonomySet catalog, HeadingIdSequence anchors)
    {
        var item = inner.Item;
        return new Structure
        {
            Title = item.Title().Trim(),
            Anchor = anchors.Next(item.Title()),
            ItemId = inner.Anchor,
            Levels = Terms(item, "Level", catalog),
            WorkingTypes = [.. Terms(item, "WorkingType", catalog).Select(type => type.Title)],
            Lead = Text(item, "Lead"),
            CoreMembers = Texts(item, "CoreMembers"),
            AdHocMembers = Texts(item, "AdHocMembers"),
            TargetGroup = Text(item, "TargetGroup"),
            IdeologyScope = Text(item, "IdeologyScope"),
            LegalBasis = Text(item, "LegalBasis"),
            InformationSharing = Text(item, "InformationSharing"),
            Procedure = Texts(item, "Procedure"),
            Funding = Text(item, "Funding"),
            Founded = Text(item, "Founded"),
            Size = Text(item, "Size"),
            PartOf = Text(item, "PartOf"),
            WorksWith = [.. Texts(item, "WorksWith").Select(text => new Relation(text, null, null))],
        };
    }

    // 'Title: what for'. A title may hold a colon itself, so the longest title that the text begins with wins.
    private static Relation Resolve(string text, Dictionary<string, string> byTitle)
    {
        var title = byTitle.Keys.Where(title => text.StartsWith(title, StringComparison.OrdinalIgnoreCase) && (text.Length == title.Length || text[title.Length..].TrimStart().StartsWith(':')))
            .MaxBy(title => title.Length);
        var colon = title is not null ? text.IndexOf(':', title.Length) : text.IndexOf(':', StringComparison.Ordinal);
        var name = title ?? (colon > 0 ? text[..colon].Trim() : text);
        var whatFor = colon > 0 ? text[(colon + 1)..].Trim() : "";
        return new Relation(name, whatFor.Length > 0 ? whatFor : null, title is null ? null : byTitle[title]);
    }

    // In the order of the taxonomy, each with its place there.
    private static IReadOnlyList<Level> Terms(ContentItem item, string field, TaxonomySet catalog)
    {
        if (item.Field(field) is not { } json || ItemTerms.Taxonomy(json, catalog) is not { } taxonomy)
        {
            return [];
        }

        var chosen = ItemTerms.Chosen(json, catalog).ToHashSet();
        return [.. taxonomy.Terms.Select((term, rank) => (term, rank)).Where(placed => chosen.Contains(placed.term)).Select(placed => new Level(placed.rank, placed.term.Title))];
    }

    private static string? Text(ContentItem item, string field) => item.Text(field) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static IReadOnlyList<string> Texts(ContentItem item, string field) => [.. item.Values(field).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim())];
}
