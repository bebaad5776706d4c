using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Kernel.Export.Folder;

/// <summary>By which names a file points at the items and terms that the items of one batch name, and what an import will find by them.</summary>
internal sealed class ItemNames(TaxonomySet taxonomies) : IFieldNames, IFieldLookup
{
    private readonly Dictionary<string, Row> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row> _byPath = new(StringComparer.Ordinal);

    /// <summary>Those that are written as files of their own.</summary>
    public TaxonomySet Taxonomies => taxonomies;

    /// <summary>Looks up whatever looks like an id in the items.</summary>
    public static async Task<ItemNames> ReadAsync(
        DbSession session, ISqlDialect dialect, TaxonomySet taxonomies, IEnumerable<ContentItem> items, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            Collect(item.Content, ids);
        }

        var names = new ItemNames(taxonomies);
        var rows = ids.Count == 0 ? [] : await session.QueryAsync<Row>(
            $"""
            select i.item_id as ItemId, i.type as Type, p.path as Path
            from content_item i left join content_path p on p.version_id = i.version_id
            where {dialect.In("i.item_id", "ids")} and (i.published = 1 or (i.latest = 1 and not exists (select 1 from content_item o where o.item_id = i.item_id and o.published = 1)))
            """,
            new { ids = dialect.Values(ids) },
            cancellationToken);
        foreach (var row in rows)
        {
            names._byId[row.ItemId] = row;
            if (row.Path is not null)
            {
                names._byPath[row.Path] = row;
            }
        }

        return names;
    }

    public string? Path(string itemId) => _byId.GetValueOrDefault(itemId)?.Path is { } path ? "/" + path : null;

    public string? Slug(string taxonomyId, string termId) => taxonomies.ById(taxonomyId)?.ById(termId)?.Slug;

    public FieldTarget? Target(string reference)
        => (reference.StartsWith('/') ? _byPath.GetValueOrDefault(reference.Trim('/')) : _byId.GetValueOrDefault(reference)) is { } row ? new FieldTarget(row.ItemId, row.Type) : null;

    public string? NearestPath(string reference) => null;

    private static void Collect(JsonNode? json, HashSet<string> ids)
    {
        switch (json)
        {
            case JsonObject map:
                foreach (var (_, value) in map)
                {
                    Collect(value, ids);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Collect(item, ids);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && Ids.IsId(text):
                ids.Add(text);
                break;
        }
    }

    private sealed record Row
    {
        public string ItemId { get; init; } = "";
        public string Type { get; init; } = "";
        public string? Path { get; init; }
    }
}
