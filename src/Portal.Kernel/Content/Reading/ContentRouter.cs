using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Reading;

/// <summary>What stands at an address.</summary>
public abstract record RouteResult
{
    /// <summary>A published item.</summary>
    public sealed record Found(ContentItem Item) : RouteResult;

    /// <summary>The item that stood here now stands at another path (with a leading slash).</summary>
    public sealed record Moved(string Path) : RouteResult;

    /// <summary>An item stood here and was withdrawn.</summary>
    public sealed record Gone : RouteResult;

    public sealed record NotFound : RouteResult;
}

/// <summary>Finds the published item of an address. A draft is not there for anyone who asks here.</summary>
public sealed class ContentRouter(ContentStore store)
{
    /// <param name="session">Where to read.</param>
    /// <param name="path">With or without slashes at its ends.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RouteResult> ResolveAsync(DbSession session, string path, CancellationToken cancellationToken)
    {
        var wanted = path.Trim('/');
        var found = await store.ReadAsync(
            session, "join content_path p on p.version_id = i.version_id where p.path = @wanted and p.published = 1", new { wanted }, cancellationToken);
        if (found.Count > 0)
        {
            return new RouteResult.Found(found[0]);
        }

        return await FormerAsync(session, wanted, cancellationToken);
    }

    private async Task<RouteResult> FormerAsync(DbSession session, string path, CancellationToken cancellationToken)
    {
        var itemId = await session.FirstOrDefaultAsync<string>("select item_id from former_path where path = @path", new { path }, cancellationToken);
        if (itemId is null)
        {
            // Addresses are written in lower case; a reader's capital is forgiven.
            var lower = path.ToLowerInvariant();
            return lower == path ? new RouteResult.NotFound() : await LowerAsync(session, lower, cancellationToken);
        }

        var item = await store.PublishedAsync(session, itemId, cancellationToken);
        return item?.Part<AutoroutePart>() is { Disabled: false, Path: { } now } && now != path ? new RouteResult.Moved("/" + now) : new RouteResult.Gone();
    }

    private async Task<RouteResult> LowerAsync(DbSession session, string path, CancellationToken cancellationToken)
        => await ResolveAsync(session, path, cancellationToken) switch
        {
            RouteResult.Found => new RouteResult.Moved("/" + path),
            var other => other,
        };
}
