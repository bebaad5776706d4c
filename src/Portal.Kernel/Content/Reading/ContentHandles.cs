using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Reading;

/// <summary>Finds items by the handles that Orchard Core knows: <c>alias:about-us</c>, <c>slug:about/us</c> (a path), or an item's id.</summary>
public sealed class ContentHandles(ContentStore store)
{
    private const string Alias = "alias:", Slug = "slug:";

    /// <summary>The published item of a handle; null when there is none.</summary>
    public async Task<ContentItem?> PublishedAsync(DbSession session, string handle, CancellationToken cancellationToken)
    {
        if (Rest(handle, Alias) is { } alias)
        {
            return await OneAsync(session, "join content_alias a on a.version_id = i.version_id where a.alias = @name and i.published = 1", alias.ToLowerInvariant(), cancellationToken);
        }

        return Rest(handle, Slug) is { } path
            ? await OneAsync(session, "join content_path p on p.version_id = i.version_id where p.path = @name and i.published = 1", path.Trim('/'), cancellationToken)
            : await store.PublishedAsync(session, handle, cancellationToken);
    }

    private static string? Rest(string handle, string prefix) => handle.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? handle[prefix.Length..].Trim() : null;

    private async Task<ContentItem?> OneAsync(DbSession session, string condition, string name, CancellationToken cancellationToken)
        => await store.ReadAsync(session, condition, new { name }, cancellationToken) is [var found, ..] ? found : null;
}
