using System.Text.Json.Nodes;
using Portal.Kernel.Content.Attachments;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Html;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Indexing;

/// <summary>
/// Says what search holds of an item. A type is searched when its items have an address; fields take part as their definition says in
/// <c>PortalSearchSettings</c>: <c>Text</c> (stands before the first section), <c>Names</c> (other names of the item). Items inside it are found
/// with it; of theirs, <c>Heading</c> (a number) stands before the title.
/// </summary>
public sealed class SearchDocuments(TaxonomyCatalog catalog, FieldKinds kinds, AttachmentSections attachments)
{
    private const string Settings = "PortalSearchSettings";
    private const int MaxContext = 8;

    /// <summary>The document of a published item, or null when search does not hold it.</summary>
    public async Task<SearchDocument?> OfAsync(
        DbSession session, ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var route = item.Part<AutoroutePart>();
        if (!type.Has(nameof(AutoroutePart)) || route.Disabled || route.Path is not { } path)
        {
            return null;
        }

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
            Names = [.. Texts(item, definitions.FieldsOf(type), "Names", Values)],
            Sections = [.. Sections(item, type, definitions), .. await attachments.OfAsync(session, item, type, definitions, cancellationToken)],
        };
    }

    // What has no heading of its own stands before the first heading, wherever it came from.
    private IReadOnlyList<SearchSection> Sections(ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions)
    {
        var found = Body(item).Concat(InnerItems.All(item, type, definitions).Where(inner => inner.Type is not null).Select(inner => Inner(inner, definitions))).ToList();
        var lead = Lead(item, definitions.FieldsOf(type)).Concat(found.Where(section => section.Heading is null).Select(section => section.Text)).Where(text => text.Length > 0);
        return [new SearchSection(null, null, string.Join('\n', lead)), .. found.Where(section => section.Heading is not null)];
    }

    private static IReadOnlyList<SearchSection> Body(ContentItem item)
    {
        var markdown = SectionReader.Read(item.Part<MarkdownBodyPart>().Markdown ?? "");
        return item.Part<HtmlBodyPart>().Html is { Length: > 0 } html ? [.. markdown, .. HtmlText.Sections(html, markdown.Select(section => section.Anchor).OfType<string>())] : markdown;
    }

    private IEnumerable<string> Lead(ContentItem item, IEnumerable<PlacedField> fields) => Texts(item, fields, "Text", Values);

    // An inner item is found whole, under its title: its own headings are no places on the page.
    private SearchSection Inner(InnerItem inner, ContentDefinitions definitions)
    {
        var body = Body(inner.Item).SelectMany(section => new[] { section.Heading, section.Text });
        var fields = definitions.FieldsOf(inner.Type!);
        var number = string.Join(' ', Texts(inner.Item, fields, "Heading", Values));
        // People ask for 'clause 10.2', and the page says neither more nor less than '10.2'.
        var lead = number.Length > 0 ? Lead(inner.Item, fields).Prepend($"{inner.Type!.DisplayName} {number}") : Lead(inner.Item, fields);
        var text = string.Join('\n', lead.Concat(body).Where(line => !string.IsNullOrEmpty(line)));
        return inner.ShownTitle is { } title ? new SearchSection(inner.Anchor, $"{number} {title}".TrimStart(), text) : new SearchSection(null, null, text);
    }

    private static IEnumerable<string> Texts(ContentItem item, IEnumerable<PlacedField> fields, string setting, Func<ContentFieldDefinition, JsonObject, IEnumerable<string>> read)
        => from placed in fields
           where placed.Field.Settings.Flag(Settings, setting)
           let json = item.Field(placed.PartName, placed.Field.Name)
           where json is not null
           from text in read(placed.Field, json)
           where !string.IsNullOrWhiteSpace(text)
           select text;

    // Each of several values stands by itself: a name is one name, a sentence ends with it. What is stored may be of any shape: it came from elsewhere.
    private IEnumerable<string> Values(ContentFieldDefinition field, JsonObject json)
        => json["Values"] is JsonArray values
            ? values.Select(value => value.TextOrNull() ?? "")
            : [kinds.Text(field, json)];

    private async Task<IReadOnlyList<SearchContext>> ContextAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var context = new List<SearchContext>();
        for (var containerId = item.Part<ContainedPart>().ListContentItemId; containerId is not null && context.Count < MaxContext;)
        {
            // Only what is needed of it: a handbook is asked for with each of its chapters.
            var container = await session.FirstOrDefaultAsync<Container>(
                """
                select i.display_text as Title, p.path as Path, c.container_id as ContainerId
                from content_item i
                left join content_path p on p.version_id = i.version_id
                left join content_container c on c.version_id = i.version_id
                where i.item_id = @containerId and i.published = 1
                """,
                new { containerId }, cancellationToken);
            if (container is null)
            {
                break;
            }

            context.Insert(0, new SearchContext(container.Title ?? "", "/" + container.Path));
            containerId = container.ContainerId;
        }

        return context;
    }

    private sealed record Container(string? Title, string? Path, string? ContainerId);
}
