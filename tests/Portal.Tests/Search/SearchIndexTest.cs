using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What the contract suites of the search index share: an empty index on a database of its own, which a deriving class opens.</summary>
public abstract class SearchIndexTest : IAsyncLifetime
{
    protected abstract IDatabase Database { get; }

    protected abstract ISearchIndex Index { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => await Database.MigrateAsync(Token);

    public abstract ValueTask DisposeAsync();

    protected static SearchDocument Document(string id, string title, params string[] texts) => new()
    {
        ItemId = id,
        Type = "HandbookChapter",
        Title = title,
        Path = $"/handbooks/{id}",
        Language = "en",
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Sections = [.. texts.Select((text, i) => i == 0 ? new SearchSection(null, null, text) : new SearchSection($"s{i}", $"Part {i}", text))],
    };

    protected async Task IndexAsync(params IEnumerable<SearchDocument> documents)
    {
        await using var session = await Database.WriteAsync(Token);
        foreach (var document in documents)
        {
            await Index.IndexAsync(session, document, Token);
        }

        await session.CommitAsync(Token);
    }

    protected async Task RemoveAsync(string id)
    {
        await using var session = await Database.WriteAsync(Token);
        await Index.RemoveAsync(session, id, Token);
        await session.CommitAsync(Token);
    }

    protected Task<SearchResult> SearchAsync(string query) => Index.SearchAsync(new SearchRequest { Query = query }, Token);

    /// <summary>The ids of the items found, best first.</summary>
    protected async Task<IEnumerable<string>> FoundAsync(string query) => (await SearchAsync(query)).Hits.Select(hit => hit.ItemId);
}
