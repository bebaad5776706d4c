using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Export;

/// <summary>The items of an export, in batches by their ids, with the versions that a site is made of: the public edition and what is newer.</summary>
internal sealed class ExportSelection(DbSession session, ISqlDialect dialect, ContentStore store)
{
    private const int Batch = 200;

    private string _condition = "";
    private object? _types;
    private object? _items;

    /// <exception cref="ExportException">A type or an item that is asked for does not exist.</exception>
    public async Task SelectAsync(ExportOptions options, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        if (!options.IsPart)
        {
            return;
        }

        if (options.Types.FirstOrDefault(type => definitions.Type(type) is null) is { } unknown)
        {
            throw new ExportException($"There is no content type '{unknown}'.{Content.Fields.NearestName.Suggestion(Content.Fields.NearestName.Of(unknown, definitions.Types.Select(type => type.Name)))}");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in options.Items)
        {
            await AddAsync(await IdAsync(item, cancellationToken), ids, cancellationToken);
        }

        (_types, _items) = (dialect.Values(options.Types), dialect.Values(ids));
        _condition = $"and ({dialect.In("type", "types")} or {dialect.In("item_id", "items")})";
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) => session.FirstOrDefaultAsync<int>(
        $"select count(distinct item_id) from content_item where (latest = 1 or published = 1) {_condition}", new { types = _types, items = _items }, cancellationToken);

    /// <summary>Items after an id; none at the end.</summary>
    public async Task<IReadOnlyList<ExportItem>> NextAsync(string after, CancellationToken cancellationToken)
    {
        var ids = await session.QueryAsync<string>(
            $"select distinct item_id from content_item where (latest = 1 or published = 1) and item_id > @after {_condition} order by item_id limit @Batch",
            new { after, types = _types, items = _items, Batch },
            cancellationToken);
        return ids.Count == 0 ? [] : await ReadAsync(dialect.In("i.item_id", "ids"), new { ids = dialect.Values(ids) }, cancellationToken);
    }

    /// <summary>
    /// All versions that are selected, in the order in which they can be read into an empty site: taxonomies, then what contains before what is contained,
    /// the draft of an item behind its public edition. Of each no more is held than its ids.
    /// </summary>
    public async Task<IReadOnlyList<ExportVersion>> VersionsAsync(CancellationToken cancellationToken)
        => ExportVersion.InOrder(await session.QueryAsync<ExportVersion>(
            $"""
            select i.version_id as VersionId, i.item_id as ItemId, i.type as Type, i.published as Published, c.container_id as ContainerId
            from (select version_id, item_id, type, published from content_item where (latest = 1 or published = 1) {_condition}) i
            left join content_container c on c.version_id = i.version_id
            """,
            new { types = _types, items = _items },
            cancellationToken));

    /// <summary>All items of a type, in or out of the selection.</summary>
    public Task<IReadOnlyList<ExportItem>> OfTypeAsync(string type, CancellationToken cancellationToken) => ReadAsync("i.type = @type", new { type }, cancellationToken);

    private async Task<IReadOnlyList<ExportItem>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var versions = await store.ReadOnceAsync(session, $"where (i.latest = 1 or i.published = 1) and {condition} order by i.item_id", parameters, cancellationToken);
        return [.. versions.GroupBy(version => version.ContentItemId, StringComparer.Ordinal).Select(item => new ExportItem(
            item.FirstOrDefault(version => version.Published) ?? item.First(), item.FirstOrDefault(version => !version.Published && item.Any(other => other.Published))))];
    }

    private async Task AddAsync(string id, HashSet<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Add(id))
        {
            foreach (var contained in await session.QueryAsync<string>("select distinct item_id from content_container where container_id = @id", new { id }, cancellationToken))
            {
                await AddAsync(contained, ids, cancellationToken);
            }
        }
    }

    private async Task<string> IdAsync(string item, CancellationToken cancellationToken)
        => await session.FirstOrDefaultAsync<string>(
            "select item_id from content_item where item_id = @item and (latest = 1 or published = 1)", new { item }, cancellationToken)
        ?? await session.FirstOrDefaultAsync<string>("select item_id from content_path where path = @path order by published desc", new { path = item.Trim('/') }, cancellationToken)
        ?? throw new ExportException($"There is no item '{item}': name an id, or a path such as /handbooks/a-handbook.");
}

/// <param name="Main">The public edition or, when there is none, the newest version.</param>
/// <param name="Draft">A version newer than the public edition.</param>
internal sealed record ExportItem(ContentItem Main, ContentItem? Draft)
{
    /// <summary>What was public once and is not has the date of that.</summary>
    public Import.Planning.ItemState State => Main.Published ? Import.Planning.ItemState.Published
        : Main.PublishedUtc is null ? Import.Planning.ItemState.Draft
        : Import.Planning.ItemState.Withdrawn;

    public IEnumerable<ContentItem> Versions => Draft is null ? [Main] : [Main, Draft];
}
