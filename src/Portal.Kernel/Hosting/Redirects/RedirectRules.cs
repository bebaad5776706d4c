using System.Text.Json.Nodes;
using Portal.Kernel.Data;

namespace Portal.Kernel.Hosting.Redirects;

/// <summary>The site's rules of redirection, in their order; kept in memory until they change.</summary>
public sealed class RedirectRules(IDatabase database, DocumentStore documents) : IChangeListener
{
    public const string Name = "url-rewriting";
    public const string List = "Rules";

    private readonly Cached<IReadOnlyList<RedirectRule>> _current = new();

    public ValueTask<IReadOnlyList<RedirectRule>> GetAsync(CancellationToken cancellationToken) => _current.GetAsync(LoadAsync, cancellationToken);

    /// <summary>All rules as they came, those that do not act included.</summary>
    public async Task<JsonArray> ReadAsync(DbSession session, CancellationToken cancellationToken)
        => (await documents.GetAsync(session, SiteSettingsStore.Kind, Name, cancellationToken))?[List]?.DeepClone() as JsonArray ?? [];

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, ChangeFeed.Settings))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<RedirectRule>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return [.. (await ReadAsync(session, cancellationToken)).OfType<JsonObject>().Where(rule => (string?)rule["Source"] == RedirectRule.Source).Select(RedirectRule.Read)];
    }
}
