using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>The versions of an item that the site has before the import.</summary>
internal sealed record Versions(ContentItem? Published, ContentItem? Latest)
{
    /// <summary>Those of an item that the site does not have.</summary>
    public static readonly Versions None = new(null, null);

    /// <summary>The version that a file is compared with and built upon: the public edition when it describes that, else the newest.</summary>
    public ContentItem? For(ItemState state) => state == ItemState.Published ? Published ?? Latest : Latest;

    /// <summary>That of a draft beside its public edition: a draft, or nothing.</summary>
    public ContentItem? Draft => Latest is { Published: false } ? Latest : null;

    public static async Task<Versions> ReadAsync(ContentStore store, DbSession session, string id, CancellationToken cancellationToken)
    {
        var (published, latest) = await store.CurrentAsync(session, id, cancellationToken);
        return new Versions(published, latest);
    }

    /// <summary>Whether saving the one in place of the other would change nothing that anybody could see.</summary>
    public static bool Same(ContentItem one, ContentItem other, ItemState state)
        => (state == ItemState.Draft || one.PublishedUtc == other.PublishedUtc) && one.DisplayText == other.DisplayText
           && one.Owner == other.Owner
           && one.Author == other.Author
           && one.CreatedUtc == other.CreatedUtc
           && JsonNode.DeepEquals(one.Content, other.Content);
}
