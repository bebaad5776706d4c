using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>
/// Makes the items of a bag out of a list of maps: their fields by their keys, a <c>title</c>, a <c>type</c> where the bag allows several, an <c>id</c>
/// where it is not the one that follows from the place and the title.
/// </summary>
internal sealed class BagReader(ContentDefinitions definitions, FieldWriter fields)
{
    public static readonly string[] ItemKeys = [ItemHeader.TypeKey, ItemHeader.IdKey, ItemHeader.TitleKey];

    public static IEnumerable<ContentTypePartDefinition> Bags(ContentTypeDefinition type) => type.Parts.Where(part => part.PartName == nameof(BagPart));

    /// <summary>The type of the items where only one may stand in the bag.</summary>
    public ContentTypeDefinition? OnlyType(ContentTypePartDefinition bag)
        => bag.Settings.Texts("BagPartSettings", "ContainedContentTypes") is [var only] ? definitions.Type(only) : null;

    /// <summary>The bag, as far as it can be made; what cannot is an error.</summary>
    /// <param name="bag">The bag.</param>
    /// <param name="value">What the file says.</param>
    /// <param name="outer">The id of the item that the bag belongs to.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    public JsonObject Read(ContentTypePartDefinition bag, FrontMatterValue value, string outer, FileErrors errors)
    {
        var key = FieldWriter.Key(bag.Name);
        var items = new JsonArray();
        var seeds = new BagIds(outer, bag.Name);
        foreach (var entry in value switch { FrontMatterList list => list.Items, FrontMatterScalar { Text: "" } => [], _ => [value] })
        {
            if (entry is not FrontMatterMap map)
            {
                errors.Add(entry.Line, key, "A list of items is expected here, each with its fields.");
            }
            else if (Type(bag, map, key, errors) is { } type)
            {
                items.Add(Item(type, map, seeds, errors));
            }
        }

        return new JsonObject { [nameof(BagPart.ContentItems)] = items };
    }

    private JsonObject Item(ContentTypeDefinition type, FrontMatterMap map, BagIds ids, FileErrors errors)
    {
        var title = Text(map, ItemHeader.TitleKey);
        var id = Text(map, ItemHeader.IdKey);
        if (id is not null && !Ids.IsId(id))
        {
            errors.Add(map.Values[ItemHeader.IdKey].Line, ItemHeader.IdKey, $"'{id}' {IdClaims.Rule}.");
        }

        var derived = ids.Next(title);
        var item = new JsonObject { [nameof(ContentItem.ContentItemId)] = id ?? derived, [nameof(ContentItem.ContentType)] = type.Name };
        if (title is not null && !type.Has(nameof(TitlePart)))
        {
            errors.Add(map.Values[ItemHeader.TitleKey].Line, ItemHeader.TitleKey, $"A {type.Name} has no title.");
        }
        else if (type.Has(nameof(TitlePart)))
        {
            if (title is null)
            {
                errors.Add(map.Line, ItemHeader.TitleKey, "The title is missing.");
            }

            item[nameof(ContentItem.DisplayText)] = title;
            item[nameof(TitlePart)] = new JsonObject { [nameof(TitlePart.Title)] = title };
        }

        fields.Write(item, type, map, ItemKeys, id ?? derived, errors);
        return item;
    }

    private ContentTypeDefinition? Type(ContentTypePartDefinition bag, FrontMatterMap map, string key, FileErrors errors)
    {
        if (Text(map, ItemHeader.TypeKey) is not { } name)
        {
            if (OnlyType(bag) is { } only)
            {
                return only;
            }

            errors.Add(map.Line, key, $"The '{ItemHeader.TypeKey}' of the item is missing: several may stand here.");
            return null;
        }

        var group = new InnerGroup(bag, null, bag.Name, null);
        var type = definitions.Type(name);
        if (type is not null && group.Allows(type))
        {
            return type;
        }

        errors.Add(
            map.Values[ItemHeader.TypeKey].Line, ItemHeader.TypeKey, type is null ? $"There is no content type '{name}'." : $"A {name} may not stand here; only {group.Allowed()} may.");
        return null;
    }

    private static string? Text(FrontMatterMap map, string key) => map.Values.GetValueOrDefault(key) is FrontMatterScalar { Text.Length: > 0 } scalar ? scalar.Text : null;
}

/// <summary>The ids that items of a bag have when nobody gives them others: the same at every import, whatever stands beside them.</summary>
internal sealed class BagIds(string outer, string bag)
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private int _count;

    public string Next(string? title)
    {
        _count++;
        var name = title is null ? "" : HeadingIds.Slug(title);
        var id = Ids.Of($"{outer}/{bag}/{name}");
        if (name.Length == 0 || !_given.Add(id))
        {
            _given.Add(id = Ids.Of($"{outer}/{bag}/{name}/{_count}"));
        }

        return id;
    }
}
