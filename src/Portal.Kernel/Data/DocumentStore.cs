using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Kernel.Data;

/// <summary>Named JSON documents of the site that are not content: definitions, settings, roles.</summary>
public sealed class DocumentStore
{
    public async Task<JsonObject?> GetAsync(DbSession session, string kind, string name, CancellationToken cancellationToken)
    {
        var json = await session.FirstOrDefaultAsync<string>("select json from document where kind = @kind and name = @name", new { kind, name }, cancellationToken);
        return json is null ? null : Parse(json);
    }

    public async Task<IReadOnlyList<JsonObject>> AllAsync(DbSession session, string kind, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<string>("select json from document where kind = @kind order by name", new { kind }, cancellationToken);
        return [.. rows.Select(Parse)];
    }

    public Task<IReadOnlyList<string>> NamesAsync(DbSession session, string kind, CancellationToken cancellationToken)
        => session.QueryAsync<string>("select name from document where kind = @kind order by name", new { kind }, cancellationToken);

    public Task RemoveAsync(DbSession session, string kind, string name, CancellationToken cancellationToken)
        => session.ExecuteAsync("delete from document where kind = @kind and name = @name", new { kind, name }, cancellationToken);

    public Task PutAsync(DbSession session, string kind, string name, JsonObject json, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into document (kind, name, json) values (@kind, @name, @json)
        on conflict (kind, name) do update set json = excluded.json
        """,
        new { kind, name, json = json.ToJsonString(Content.Items.ContentJson.Options) },
        cancellationToken);

    /// <summary>Saves a document when it differs from what is there. Returns whether it did.</summary>
    public async Task<bool> PutIfChangedAsync(DbSession session, string kind, string name, JsonObject json, CancellationToken cancellationToken)
    {
        if (JsonNode.DeepEquals(await GetAsync(session, kind, name, cancellationToken), json))
        {
            return false;
        }

        await PutAsync(session, kind, name, json, cancellationToken);
        return true;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsObject();
}
