using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Index;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What the contract suites of the search index share: an empty index on a database of its own.</summary>
/// <param name="place">Where the database is; a deriving class says.</param>
public abstract class SearchIndexTest(SearchPlace place) : IAsyncLifetime
{
    protected IDatabase Database => place.Database;

    protected ISearchIndex Index { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await place.OpenAsync();
        await Database.MigrateAsync(Token);
        Index = new SearchIndex(Database, new SearchOptions());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        place.Dispose();
        return ValueTask.CompletedTask;
    }

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
