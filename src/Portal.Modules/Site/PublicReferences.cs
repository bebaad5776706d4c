using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Modules.Site;

/// <summary>
/// Items as outsiders may have them: without the ids of items that are not published, which they may refer to. An id is harmless by itself, but it says
/// that something is being written, and about what.
/// </summary>
internal sealed class PublicReferences(ContentStore store)
{
    private const string Ids = "ContentItemIds";

    /// <summary>The items in Orchard Core's JSON.</summary>
    public async Task<IReadOnlyList<JsonObject>> WriteAsync(DbSession session, IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        List<JsonObject> written = [.. items.Select(Public)];
        var lists = written.SelectMany(Lists).ToList();
        var named = lists.SelectMany(list => list.Select(id => id.TextOrNull()).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var published = await store.ArePublishedAsync(session, named, cancellationToken);
        foreach (var list in lists)
        {
            list.RemoveAll(id => id.TextOrNull() is { } text && !published.Contains(text));
        }

        return written;
    }

    // What was said of a save is for those who work on the item.
    private static JsonObject Public(ContentItem item)
    {
        var json = ContentJson.Write(item);
        json.Remove(nameof(AuditTrailPart));
        return json;
    }

    // Wherever they stand: in fields of parts, and in those of items within items.
    private static IEnumerable<JsonArray> Lists(JsonNode? json) => json switch
    {
        JsonObject map => map.SelectMany(pair => pair is { Key: Ids, Value: JsonArray ids } ? [ids] : Lists(pair.Value)),
        JsonArray list => list.SelectMany(Lists),
        _ => [],
    };
}
