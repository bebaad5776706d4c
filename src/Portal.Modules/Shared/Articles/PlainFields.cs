using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Fields.Kinds;
using Portal.Kernel.Content.Html;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Articles;

/// <summary>Makes of fields what a page without a template shows of them.</summary>
public sealed class PlainFields(FieldKinds kinds, MarkdownRenderer renderer)
{
    /// <summary>Those that have a value, in their order.</summary>
    public IReadOnlyList<PlainField> Of(IEnumerable<ItemField> fields, FieldTargets targets, TaxonomySet taxonomies)
        => [.. from field in fields
               where field.Json is not null
               let shown = Show(field, field.Json!, targets, taxonomies)
               where !shown.Empty
               select shown];

    private PlainField Show(ItemField field, JsonObject json, FieldTargets targets, TaxonomySet taxonomies)
    {
        var plain = new PlainField(field.Field.Name, field.Field.DisplayName);
        return field.Field.FieldType switch
        {
            FieldTargets.Picker or FieldTargets.SetPicker => plain with { Links = [.. targets.Of(field)] },
            ItemTerms.FieldType => plain with { Links = [.. Terms(json, taxonomies)] },
            "MediaField" => plain with { Media = [.. FieldFiles.Of(json)] },
            "YoutubeField" when YoutubeFieldKind.Address(json) is { } film => plain with { Links = [new Crumb(film, film)] },
            "YoutubeField" => plain,
            "MultiTextField" => plain with { Values = [.. ItemFields.Texts(json, "Values").Where(value => !string.IsNullOrWhiteSpace(value))] },
            "DateTimeField" => plain with { Instant = DateTimeFieldKind.Value(json) },
            "MarkdownField" when Value(json, "Markdown") is { } markdown => plain with { Html = renderer.Render(markdown, TermIndex.None, [], anchors: false).Html },
            "HtmlField" when Value(json, "Html") is { } html => plain with { Html = HtmlRenderer.Render(html, anchors: false).Html },
            _ => Text(plain, field.Field, json),
        };
    }

    private PlainField Text(PlainField plain, ContentFieldDefinition field, JsonObject json)
    {
        var text = kinds.Text(field, json);
        return field.FieldType switch
        {
            "BooleanField" => plain with { Text = json["Value"] is JsonValue value && value.TryGetValue<bool>(out var flag) ? (flag ? "Yes" : "No") : "" },
            "DateField" when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) => plain with { Day = day },
            "LinkField" when Value(json, "Url") is { } url && SafeLinks.IsSafe(url) => plain with { Links = [new Crumb(text, url)] },
            _ => plain with { Text = text },
        };
    }

    private static IEnumerable<Crumb> Terms(JsonObject json, TaxonomySet taxonomies)
        => ItemTerms.Taxonomy(json, taxonomies) is { } taxonomy
            ? ItemTerms.Chosen(json, taxonomies).Select(term => new Crumb(term.Title, $"/search?{taxonomy.Name}={term.Slug}"))
            : [];

    private static string? Value(JsonObject json, string key)
        => json[key].TextOrNull() is { Length: > 0 } text ? text : null;
}

/// <summary>
/// A field with one of: a text, several texts, links (to other items as they stand today, to searches of terms, or to the address of a link), a day, an instant in UTC,
/// files, or HTML that is safe to show.
/// </summary>
/// <param name="Name">As the type's definition bears it.</param>
/// <param name="Label">As on the screen.</param>
public sealed record PlainField(string Name, string Label)
{
    public string Text { get; init; } = "";
    public IReadOnlyList<string> Values { get; init; } = [];
    public IReadOnlyList<Crumb> Links { get; init; } = [];
    public IReadOnlyList<FieldFile> Media { get; init; } = [];
    public DateOnly? Day { get; init; }
    public DateTime? Instant { get; init; }
    public string? Html { get; init; }

    internal bool Empty => Text.Length == 0 && Values.Count == 0 && Links.Count == 0 && Media.Count == 0 && Day is null && Instant is null && string.IsNullOrEmpty(Html);
}
