using Portal.Kernel.Data;

namespace Portal.Kernel.Import.Planning;

/// <summary>Ids, types and paths of the items that the site has before the import.</summary>
internal sealed class SiteItems
{
    private readonly Dictionary<string, SiteItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SiteItem> _byPath = new(StringComparer.Ordinal);

    private readonly HashSet<string> _public = new(StringComparer.Ordinal);

    /// <summary>All paths, without a leading slash: of drafts and of public editions.</summary>
    public IReadOnlyCollection<string> Paths => _byPath.Keys;

    public SiteItem? ById(string id) => _byId.GetValueOrDefault(id);

    public SiteItem? ByPath(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether a public edition stands at the path.</summary>
    public bool IsPublic(string path) => _public.Contains(path);

    public static async Task<SiteItems> ReadAsync(DbSession session, CancellationToken cancellationToken)
    {
        var items = new SiteItems();
        var rows = await session.QueryAsync<Row>(
            """
            select i.item_id as ItemId, i.type as Type, p.path as Path, i.published as Published
            from content_item i left join content_path p on p.version_id = i.version_id
            where i.latest = 1 or i.published = 1
            order by i.latest
            """,
            null,
            cancellationToken);
        foreach (var row in rows)
        {
            // The latest version comes last and says where the item is; the path of a public edition that it leaves is still its own.
            var item = items._byId[row.ItemId] = new SiteItem(row.ItemId, row.Type, row.Published || items.ById(row.ItemId) is { Published: true });
            if (row.Path is not null)
            {
                items._byPath[row.Path] = item;
                if (row.Published)
                {
                    items._public.Add(row.Path);
                }
            }
        }

        return items;
    }

    /// <summary>
    /// Frees the paths of items that are about to be saved with others. No order of saving would do when two of them change places; the handler writes
    /// the rows anew.
    /// </summary>
    public static async Task LeaveAsync(DbSession session, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            await session.ExecuteAsync("delete from content_path where item_id = @id", new { id }, cancellationToken);
        }
    }

    private sealed record Row
    {
        public string ItemId { get; init; } = "";
        public string Type { get; init; } = "";
        public string? Path { get; init; }
        public bool Published { get; init; }
    }
}

/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Published">Whether it has a public edition.</param>
internal sealed record SiteItem(string Id, string Type, bool Published);
