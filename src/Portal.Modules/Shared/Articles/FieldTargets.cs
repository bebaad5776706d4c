using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Articles;

/// <summary>The published items that a page's fields refer to, read at once for the item and all that live inside it.</summary>
public sealed class FieldTargets
{
    public const string Picker = "ContentPickerField", SetPicker = "LocalizationSetContentPickerField";

    private readonly Dictionary<string, Crumb> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Crumb> _bySet = new(StringComparer.Ordinal);

    /// <summary>Links to what a field refers to, in its order; what is not public or has no page is left out.</summary>
    public IEnumerable<Crumb> Of(ItemField field)
        => field.Field.FieldType == Picker
            ? ItemFields.Texts(field.Json, "ContentItemIds").Where(_byId.ContainsKey).Select(id => _byId[id])
            : ItemFields.Texts(field.Json, "LocalizationSets").Where(_bySet.ContainsKey).Select(set => _bySet[set]);

    /// <summary>The items that a field refers to, in its order; what is not public or has no page is left out.</summary>
    public IEnumerable<ContentItem> ItemsOf(ItemField field) => ItemFields.Texts(field.Json, "ContentItemIds").Where(_items.ContainsKey).Select(id => _items[id]);

    /// <param name="session">Where to read.</param>
    /// <param name="store">The items.</param>
    /// <param name="fields">The fields of the page.</param>
    /// <param name="language">The page's language, in which a set of translations is referred to when it has it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<FieldTargets> ReadAsync(DbSession session, ContentStore store, IReadOnlyList<ItemField> fields, string language, CancellationToken cancellationToken)
    {
        var targets = new FieldTargets();
        var ids = fields.Where(field => field.Field.FieldType == Picker).SelectMany(field => ItemFields.Texts(field.Json, "ContentItemIds")).Distinct().ToList();
        foreach (var item in (await store.PublishedAsync(session, ids, cancellationToken)).Where(HasPage))
        {
            targets._items[item.ContentItemId] = item;
            targets._byId[item.ContentItemId] = new Crumb(item.Title(), item.Path());
        }

        var sets = fields.Where(field => field.Field.FieldType == SetPicker).SelectMany(field => ItemFields.Texts(field.Json, "LocalizationSets")).Distinct().ToList();
        foreach (var item in (await Translations.PublishedAsync(session, store, sets, cancellationToken)).Where(HasPage))
        {
            var part = item.Part<LocalizationPart>();
            var preferred = language.Equals(part.Culture, StringComparison.OrdinalIgnoreCase);
            if (part.LocalizationSet is { } set && (preferred || !targets._bySet.ContainsKey(set)))
            {
                targets._bySet[set] = new Crumb(item.Title(), item.Path());
            }
        }

        return targets;
    }

    internal static bool HasPage(ContentItem item) => item.Part<AutoroutePart>() is { Disabled: false, Path.Length: > 0 };
}
