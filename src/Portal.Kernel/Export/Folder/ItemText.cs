using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Kernel.Import;
using Portal.Kernel.Import.Building;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Export.Folder;

/// <summary>
/// Makes the text of an item's file. What the keys say is built as an import builds it and compared with the item; whatever differs goes under
/// <c>parts</c>. So nothing is lost, known or not, and no list of what has a key has to be kept.
/// </summary>
internal sealed class ItemText(ContentDefinitions definitions, FieldLines fields)
{
    private const string Fence = "---\n";

    private static readonly IReadOnlyCollection<string> NoErrors = [];

    /// <param name="item">The version.</param>
    /// <param name="place">Where its file stands.</param>
    /// <param name="state">What it is; a draft beside its public edition says nothing of it.</param>
    /// <param name="file">Its file.</param>
    /// <returns>Null when the place gives the item something that it does not have, which no file takes away: it must stand at no place.</returns>
    public WrittenItem? Write(ContentItem item, ItemPlace place, ItemState state, string file)
    {
        var type = definitions.Type(item.ContentType);
        var source = new SourceFile(file, file);
        var wanted = CanonicalParts.Of(item, type);
        var yaml = Header(item, type, wanted, place, source.IsDraft ? ItemState.Published : state);
        var body = type?.Has(nameof(MarkdownBodyPart)) == true && wanted[nameof(MarkdownBodyPart)] is JsonObject markdown
            && markdown["Markdown"].TextOrNull() is { } text && FrontMatter.Keeps(text) ? text : "";
        if (type is null)
        {
            // Its definition is gone: nothing can be built, everything is kept.
            yaml.Json(ItemHeader.PartsKey, wanted);
            return new WrittenItem(Whole(yaml, ""), [$"The content type '{item.ContentType}' of the item {item.ContentItemId} is not defined."]);
        }

        var planned = Planned(item, type, place, state, source);
        var made = (JsonObject)SameJson.Kept(Build(planned, Whole(yaml, body), new ImportErrors(), source)!.Content)!;
        if (PartPatch.Between(made, wanted) is not { } patch)
        {
            return null;
        }

        if (Contained(patch, wanted, planned))
        {
            patch[nameof(ContainedPart)] = wanted[nameof(ContainedPart)]?.DeepClone();
        }

        if (patch.Count > 0)
        {
            yaml.Json(ItemHeader.PartsKey, patch);
        }

        var whole = Whole(yaml, body);
        return new WrittenItem(whole, Check(whole, item, wanted, planned, source));
    }

    private static string Whole(YamlWriter yaml, string body) => Fence + yaml + Fence + (body.Length > 0 ? "\n" + body + "\n" : "");

    private static string? Instant(DateTime? utc) => utc is not { } value ? null
        : value.TimeOfDay == TimeSpan.Zero ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    // Whoever imports is called so: to say it would say nothing.
    private static string? Person(string? name) => name == Actor.System.Name ? null : name;

    /// <summary>Who made it and when.</summary>
    public static void Origin(YamlWriter yaml, ContentItem item, ItemState state)
    {
        yaml.Text(ItemHeader.OwnerKey, Person(item.Owner));
        yaml.Text(ItemHeader.AuthorKey, Person(item.Author));
        yaml.Bare(ItemHeader.CreatedKey, Instant(item.CreatedUtc));
        if (state != ItemState.Draft && item.PublishedUtc != item.CreatedUtc)
        {
            yaml.Bare(ItemHeader.PublishedKey, Instant(item.PublishedUtc));
        }
    }

    private YamlWriter Header(ContentItem item, ContentTypeDefinition? type, JsonObject wanted, ItemPlace place, ItemState state)
    {
        var yaml = new YamlWriter();
        yaml.Text(ItemHeader.TypeKey, item.ContentType);
        yaml.Text(ItemHeader.IdKey, item.ContentItemId);
        yaml.Text(ItemHeader.TitleKey, item.DisplayText);
        if (place.NamesSlug)
        {
            yaml.Text(ItemHeader.SlugKey, place.Slug);
        }

        if (type is not null)
        {
            var culture = item.Part<LocalizationPart>().Culture;
            if (type.Has(nameof(LocalizationPart)) && culture is not null and not LocalizationPart.DefaultCulture && HeaderReader.IsLanguage(culture))
            {
                yaml.Bare(ItemHeader.LanguageKey, culture);
            }

            fields.Write(yaml, wanted, type, ItemHeader.Keys, item.ContentItemId);
        }

        Origin(yaml, item, state);
        if (type?.Has(nameof(ReviewPart)) == true && ReviewBy(wanted) is { } reviewBy)
        {
            yaml.Bare(ItemHeader.ReviewByKey, reviewBy);
        }

        yaml.Bare(ItemHeader.StateKey, state == ItemState.Published ? null : state == ItemState.Draft ? "draft" : "withdrawn");
        return yaml;
    }

    private static string? ReviewBy(JsonObject wanted)
        => wanted[nameof(ReviewPart)] is JsonObject part && part[nameof(ReviewPart.ReviewBy)].TextOrNull() is { } text
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;

    private PlannedItem Planned(ContentItem item, ContentTypeDefinition type, ItemPlace place, ItemState state, SourceFile source)
        => new(new Outline(source, ItemHeader.None, type, MarkdownOutline.Empty), place.Path, item.ContentItemId, state, place.Container, place.Order);

    // The part is given whole when it is not the one that the place gives, or when the place would not be allowed to give it.
    private bool Contained(JsonObject patch, JsonObject wanted, PlannedItem planned)
        => (patch[nameof(ContainedPart)] as JsonObject)?.ContainsKey(nameof(ContainedPart.ListContentItemId)) == true
            || (planned.Container is { } container && wanted[nameof(ContainedPart)] is JsonObject
                && ImportPlanner.Contained(definitions, container.Type) is { Count: > 0 } allowed && !allowed.Contains(planned.Outline.Type!.Name));

    private ContentItem? Build(PlannedItem planned, string text, ImportErrors errors, SourceFile source)
    {
        var file = errors.For(source.Path);
        if (FrontMatter.Read(text, file) is not { } front)
        {
            return null;
        }

        var header = new HeaderReader(front.Values, file, _ => planned.Outline.Type!.Has(nameof(TitlePart)), source.IsLoose).Read();
        var given = GivenPlace.Of(front.Parts);
        var read = planned with
        {
            Outline = planned.Outline with { Header = header, Place = given },
            Path = given.Path ?? planned.Path,
            Container = given.GivesContainer ? null : planned.Container,
        };
        return new ItemBuilder(fields.Reader).Build(read, front, null, file);
    }

    /// <summary>What an import would say of the file: of content that its definitions have come to forbid since it was saved.</summary>
    private IReadOnlyCollection<string> Check(string text, ContentItem item, JsonObject wanted, PlannedItem planned, SourceFile source)
    {
        var errors = new ImportErrors();
        var built = Build(planned, text, errors, source);
        return errors.Any ? [.. errors.First.Select(error => error.ToString())]
            : text.Length > SourceFile.MaxBytes / 4 && System.Text.Encoding.UTF8.GetByteCount(text) > SourceFile.MaxBytes ? [$"{source.Path}: The file has more than 2 MB and cannot be imported."]
            : built is null || !SameJson.Are(built.Content, wanted) || built.DisplayText != (item.DisplayText?.Length > 0 ? item.DisplayText : null)
                ? throw new ExportException($"The item {item.ContentItemId} ('{item.DisplayText}') cannot be written as a file that gives it back; nothing was exported.")
            : NoErrors;
    }
}

/// <param name="Text">The file.</param>
/// <param name="Warnings">Why an import would refuse it.</param>
internal sealed record WrittenItem(string Text, IReadOnlyCollection<string> Warnings);
