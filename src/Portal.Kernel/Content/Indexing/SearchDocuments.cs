using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Indexing;

/// <summary>
/// Says what search holds of an item. A type is searched when its items have an address; fields take part as their definition says in
/// <c>PortalSearchSettings</c>: <c>Text</c> (stands before the first section), <c>Names</c> (other names of the item).
/// </summary>
public sealed class SearchDocuments(ContentStore store, TaxonomyCatalog catalog, FieldKinds kinds)
{
    private const string Settings = "PortalSearchSettings";

    /// <summary>The document of a published item, or null when search does not hold it.</summary>
    public async Task<SearchDocument?> OfAsync(
        DbSession session, ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var route = item.Part<AutoroutePart>();
        if (!type.Has(nameof(AutoroutePart)) || route.Disabled || route.Path is not { } path)
        {
            return null;
        }

        var fields = definitions.FieldsOf(type).ToList();
        var taxonomies = await catalog.CurrentAsync(session, cancellationToken);
        return new SearchDocument
        {
            ItemId = item.ContentItemId,
            Type = item.ContentType,
            Title = item.DisplayText ?? "",
            Path = "/" + path,
            Context = await ContextAsync(session, item, cancellationToken),
            Language = item.Part<LocalizationPart>().Culture ?? LocalizationPart.DefaultCulture,
            Date = new DateTimeOffset(item.PublishedUtc ?? item.ModifiedUtc ?? DateTime.UnixEpoch, TimeSpan.Zero),
            Facets = [.. ItemTerms.Of(item, type, definitions, taxonomies).Select(pair => new FacetValue(pair.Taxonomy, pair.Term))],
            Names = [.. Texts(item, fields, "Names", Names)],
            Sections = Sections(item, fields),
        };
    }

    private IReadOnlyList<SearchSection> Sections(ContentItem item, IReadOnlyList<PlacedField> fields)
    {
        var lead = string.Join('\n', Texts(item, fields, "Text", (field, json) => [kinds.Text(field, json)]));
        var sections = SectionReader.Read(item.Part<MarkdownBodyPart>().Markdown ?? "");
        if (sections.Count > 0 && sections[0].Anchor is null)
        {
            var first = sections[0];
            return [first with { Text = lead.Length == 0 ? first.Text : lead + "\n" + first.Text }, .. sections.Skip(1)];
        }

        return [new SearchSection(null, null, lead), .. sections];
    }

    private static IEnumerable<string> Texts(ContentItem item, IEnumerable<PlacedField> fields, string setting, Func<ContentFieldDefinition, JsonObject, IEnumerable<string>> read)
        => from placed in fields
           where placed.Field.Settings.Flag(Settings, setting)
           let json = item.Field(placed.PartName, placed.Field.Name)
           where json is not null
           from text in read(placed.Field, json)
           where !string.IsNullOrWhiteSpace(text)
           select text;

    // Each of several names is a name by itself. What is stored may be of any shape: it came from elsewhere.
    private IEnumerable<string> Names(ContentFieldDefinition field, JsonObject json)
        => json["Values"] is JsonArray values
            ? values.Select(value => value is JsonValue known && known.TryGetValue<string>(out var text) ? text : "")
            : [kinds.Text(field, json)];

    private async Task<IReadOnlyList<SearchContext>> ContextAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var context = new List<SearchContext>();
        for (var containerId = item.Part<ContainedPart>().ListContentItemId; containerId is not null && context.Count < 8;)
        {
            var container = await store.PublishedAsync(session, containerId, cancellationToken);
            if (container is null)
            {
                break;
            }

            context.Insert(0, new SearchContext(container.DisplayText ?? "", "/" + container.Part<AutoroutePart>().Path));
            containerId = container.Part<ContainedPart>().ListContentItemId;
        }

        return context;
    }
}
