using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.PostgreSql;

/// <summary>Stands in until the kernel's own index is merged.</summary>
internal sealed class SearchToCome : ISearchIndex
{
    public Task IndexAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ClearAsync(DbSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => Task.FromResult(SearchResult.Empty);

    public Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string text, int size, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SearchSuggestion>>([]);
}
