using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Articles;

/// <summary>The fields of an item as a page without a template shows them, in the order of the definition.</summary>
public sealed class PlainFields(ContentStore store, ContentDefinitionStore definitions, FieldKinds kinds, MarkdownRenderer renderer)
{
    private const string Picker = "ContentPickerField";

    /// <summary>Those that have a value; not the summary, the terms and the sources, which have their own place on every page.</summary>
    public async Task<IReadOnlyList<PlainField>> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        if (known.Type(item.ContentType) is not { } type)
        {
            return [];
        }

        var fields = known.FieldsOf(type)
            .Where(placed => placed.PartName != ArticleReader.Citations && placed.Field.FieldType != ItemTerms.FieldType && placed.Field.Name != "Summary")
            .ToList();
        var ids = fields.Where(placed => placed.Field.FieldType == Picker).SelectMany(placed => item.References(placed.PartName, placed.Field.Name)).Distinct().ToList();
        var targets = (await store.PublishedAsync(session, ids, cancellationToken))
            .ToDictionary(target => target.ContentItemId, target => new Crumb(target.Title(), target.Path()), StringComparer.Ordinal);

        return [.. from placed in fields
                   let json = item.Field(placed.PartName, placed.Field.Name)
                   where json is not null
                   let shown = placed.Field.FieldType == Picker
                       ? new PlainField(placed.Field.DisplayName) { Links = [.. item.References(placed.PartName, placed.Field.Name).Where(targets.ContainsKey).Select(id => targets[id])] }
                       : Show(placed.Field, json)
                   where !shown.Empty
                   select shown];
    }

    private PlainField Show(ContentFieldDefinition field, JsonObject json)
    {
        var text = kinds.Text(field, json);
        var plain = new PlainField(field.DisplayName);
        return field.FieldType switch
        {
            "BooleanField" => plain with { Text = json["Value"] is JsonValue value && value.TryGetValue<bool>(out var flag) ? (flag ? "Yes" : "No") : "" },
            "DateField" when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) => plain with { Day = day },
            "LinkField" when json["Url"] is JsonValue value && value.TryGetValue<string>(out var url) && url.Length > 0 => plain with { Links = [new Crumb(text, url)] },
            "MarkdownField" when json["Markdown"] is JsonValue value && value.TryGetValue<string>(out var markdown) && markdown.Length > 0
                => plain with { Html = renderer.Render(markdown, TermIndex.None, [], anchors: false).Html },
            _ => plain with { Text = text },
        };
    }
}

/// <summary>A field with one of: a text, links (to other items as they stand today, or to the address of a link), a day, or HTML that was made of Markdown.</summary>
public sealed record PlainField(string Label)
{
    public string Text { get; init; } = "";
    public IReadOnlyList<Crumb> Links { get; init; } = [];
    public DateOnly? Day { get; init; }
    public string? Html { get; init; }

    internal bool Empty => Text.Length == 0 && Links.Count == 0 && Day is null && Html is null;
}
