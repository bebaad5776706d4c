using System.Text.Json.Nodes;

namespace Portal.Kernel.Export.Package;

/// <summary>
/// What makes a set-up recipe of an export: whoever sets a site up by it becomes owner and author, items get new ids, versions and dates. Unlike in Orchard
/// Core the ids are variables, so that what refers to an item still does.
/// </summary>
internal static class SetupForm
{
    private static readonly string[] Dropped = ["ContentItemVersionId", "ModifiedUtc", "PublishedUtc", "CreatedUtc"];

    /// <summary>The variables, by name, and what stands in place of each id.</summary>
    public static (JsonObject Variables, IReadOnlyDictionary<string, string> Ids) Ids(IEnumerable<ExportVersion> items)
    {
        var variables = new JsonObject();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in items.Select(item => item.ItemId).Distinct(StringComparer.Ordinal))
        {
            var name = "item" + (ids.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            variables[name] = "[js: uuid()]";
            ids[id] = $"[js: variables('{name}')]";
        }

        // Of users the recipe knows only who runs it.
        ids[Owner] = "[js: parameters('AdminUserId')]";
        ids[Author] = "[js: parameters('AdminUsername')]";
        return (variables, ids);
    }

    public static void Change(JsonObject item)
    {
        foreach (var key in Dropped)
        {
            item.Remove(key);
        }

        item["Owner"] = Owner;
        item["Author"] = Author;
    }

    // No text of an item has a control character.
    private const string Owner = "\u0001owner";
    private const string Author = "\u0001author";
}
