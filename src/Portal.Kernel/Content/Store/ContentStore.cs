using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Store;

/// <summary>Reads and writes rows of content items. Who may see what, and what else must happen, is decided above it.</summary>
public sealed class ContentStore(IDatabase database)
{
    /// <summary>The columns of a row, for queries that join other tables to <c>content_item i</c>.</summary>
    public const string Columns =
        """
        i.version_id as VersionId, i.item_id as ItemId, i.type as Type, i.display_text as DisplayText, i.latest as Latest, i.published as Published,
        i.created_utc as CreatedUtc, i.modified_utc as ModifiedUtc, i.published_utc as PublishedUtc, i.owner as Owner, i.author as Author, i.revision as Revision, i.content as Content
        """;

    // A published version changes only when an import writes it over, which gives it another revision: its parsed parts can be shared by all requests.
    // The bound is a guard, not a policy: about four times as many bytes of memory.
    private const long MaxParsedCharacters = 16_000_000;
    private readonly ConcurrentDictionary<(string VersionId, long Revision), JsonObject> _parsed = new();
    private long _parsedCharacters;

    public async Task<ContentItem?> PublishedAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => One(await ReadAsync(session, "where i.item_id = @itemId and i.published = 1", new { itemId }, cancellationToken));

    public async Task<ContentItem?> LatestAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => One(await ReadAsync(session, "where i.item_id = @itemId and i.latest = 1", new { itemId }, cancellationToken));

    /// <summary>The published and the latest version of an item, which may be the same.</summary>
    public async Task<(ContentItem? Published, ContentItem? Latest)> CurrentAsync(DbSession session, string itemId, CancellationToken cancellationToken)
    {
        var versions = await ReadAsync(session, "where i.item_id = @itemId and (i.published = 1 or i.latest = 1)", new { itemId }, cancellationToken);
        return (versions.FirstOrDefault(version => version.Published), versions.FirstOrDefault(version => version.Latest));
    }

    public Task<IReadOnlyList<ContentItem>> PublishedAsync(DbSession session, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
        => itemIds.Count == 0
            ? Task.FromResult<IReadOnlyList<ContentItem>>([])
            : ReadAsync(session, $"where {database.Dialect.In("i.item_id", "ids")} and i.published = 1", new { ids = database.Dialect.Values(itemIds) }, cancellationToken);

    /// <summary>Those of the ids that have a public edition.</summary>
    public async Task<IReadOnlySet<string>> ArePublishedAsync(DbSession session, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
        => itemIds.Count == 0 ? new HashSet<string>(StringComparer.Ordinal) : (await session.QueryAsync<string>(
            $"select item_id from content_item where {database.Dialect.In("item_id", "ids")} and published = 1", new { ids = database.Dialect.Values(itemIds) }, cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Versions by their ids, in the order of these; nothing of them is kept in memory.</summary>
    public async Task<IReadOnlyList<ContentItem>> VersionsAsync(DbSession session, IReadOnlyList<string> versionIds, CancellationToken cancellationToken)
    {
        var items = await ReadOnceAsync(session, $"where {database.Dialect.In("i.version_id", "ids")}", new { ids = database.Dialect.Values(versionIds) }, cancellationToken);
        var byId = items.ToDictionary(item => item.ContentItemVersionId, StringComparer.Ordinal);
        return [.. versionIds.Select(id => byId[id])];
    }

    public Task<IReadOnlyList<ContentItem>> PublishedOfTypeAsync(DbSession session, string type, CancellationToken cancellationToken)
        => ReadAsync(session, "where i.type = @type and i.published = 1 order by i.display_text nulls first, i.item_id", new { type }, cancellationToken);

    /// <summary>What stands in an item, in its order.</summary>
    public Task<IReadOnlyList<ContentItem>> PublishedInAsync(DbSession session, string containerId, CancellationToken cancellationToken) => ReadAsync(
        session,
        "join content_container c on c.version_id = i.version_id where i.published = 1 and c.container_id = @containerId order by c.position, i.item_id",
        new { containerId },
        cancellationToken);

    /// <summary>Items by a condition on <c>content_item i</c>, which may begin with joins.</summary>
    public async Task<IReadOnlyList<ContentItem>> ReadAsync(DbSession session, string condition, object? parameters, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(session, condition, parameters, cancellationToken);

        // What a unit of work sees of itself may never be committed.
        return [.. rows.Select(row => Item(row, row.Published && !session.Writes ? Parsed(row) : Parse(row.Content)))];
    }

    /// <summary>The same for who goes through all items once: what it reads is its own to change, and is not kept for others.</summary>
    public async Task<IReadOnlyList<ContentItem>> ReadOnceAsync(DbSession session, string condition, object? parameters, CancellationToken cancellationToken)
        => [.. (await RowsAsync(session, condition, parameters, cancellationToken)).Select(row => Item(row, Parse(row.Content)))];

    /// <summary>Writes a version and takes the flags it bears from the versions that had them, when the item is not new.</summary>
    public async Task WriteAsync(DbSession session, ContentItem item, string culture, bool isNew, CancellationToken cancellationToken)
    {
        // One row each, by its unique index.
        if (item.Latest && !isNew)
        {
            await session.ExecuteAsync("update content_item set latest = 0 where item_id = @ContentItemId and latest = 1 and version_id <> @ContentItemVersionId", item, cancellationToken);
        }

        if (item.Published && !isNew)
        {
            await session.ExecuteAsync("update content_item set published = 0 where item_id = @ContentItemId and published = 1 and version_id <> @ContentItemVersionId", item, cancellationToken);
        }

        await session.ExecuteAsync(
            """
            insert into content_item (version_id, item_id, type, display_text, latest, published, culture, created_utc, modified_utc, published_utc, owner, author, content)
            values (@ContentItemVersionId, @ContentItemId, @ContentType, @DisplayText, @Latest, @Published, @culture, @CreatedUtc, @ModifiedUtc, @PublishedUtc, @Owner, @Author, @Content)
            on conflict (version_id) do update set revision = content_item.revision + 1, display_text = excluded.display_text, latest = excluded.latest, published = excluded.published,
                culture = excluded.culture, modified_utc = excluded.modified_utc, published_utc = excluded.published_utc,
                owner = excluded.owner, author = excluded.author, content = excluded.content
            """,
            new
            {
                item.ContentItemVersionId,
                item.ContentItemId,
                item.ContentType,
                item.DisplayText,
                item.Latest,
                item.Published,
                culture,
                CreatedUtc = UtcText.Write(item.CreatedUtc),
                ModifiedUtc = UtcText.Write(item.ModifiedUtc),
                PublishedUtc = UtcText.Write(item.PublishedUtc),
                item.Owner,
                item.Author,
                Content = item.Content.ToJsonString(ContentJson.Options),
            },
            cancellationToken);
    }

    /// <summary>Takes the published flag from an item. Returns whether it had it.</summary>
    public async Task<bool> UnpublishAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => await session.ExecuteAsync("update content_item set published = 0 where item_id = @itemId and published = 1", new { itemId }, cancellationToken) > 0;

    private static Task<IReadOnlyList<Row>> RowsAsync(DbSession session, string condition, object? parameters, CancellationToken cancellationToken)
        => session.QueryAsync<Row>($"select {Columns} from content_item i {condition}", parameters, cancellationToken);

    private static ContentItem? One(IReadOnlyList<ContentItem> items) => items.Count == 0 ? null : items[0];

    private static ContentItem Item(Row row, JsonObject content) => new()
    {
        ContentItemId = row.ItemId,
        ContentItemVersionId = row.VersionId,
        ContentType = row.Type,
        DisplayText = row.DisplayText,
        Latest = row.Latest,
        Published = row.Published,
        CreatedUtc = UtcText.Read(row.CreatedUtc),
        ModifiedUtc = UtcText.Read(row.ModifiedUtc),
        PublishedUtc = UtcText.Read(row.PublishedUtc),
        Owner = row.Owner,
        Author = row.Author,
        Content = content,
    };

    private JsonObject Parsed(Row row)
    {
        if (_parsed.TryGetValue((row.VersionId, row.Revision), out var parsed))
        {
            return parsed;
        }

        if (Interlocked.Add(ref _parsedCharacters, row.Content.Length) > MaxParsedCharacters)
        {
            _parsed.Clear();
            _parsedCharacters = row.Content.Length;
        }

        return _parsed[(row.VersionId, row.Revision)] = Parse(row.Content);
    }

    private static JsonObject Parse(string content) => JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsObject();

    private sealed record Row
    {
        public string VersionId { get; init; } = "";
        public string ItemId { get; init; } = "";
        public string Type { get; init; } = "";
        public string? DisplayText { get; init; }
        public bool Latest { get; init; }
        public bool Published { get; init; }
        public string? CreatedUtc { get; init; }
        public string? ModifiedUtc { get; init; }
        public string? PublishedUtc { get; init; }
        public string? Owner { get; init; }
        public string? Author { get; init; }
        public long Revision { get; init; }
        public string Content { get; init; } = "{}";
    }
}
