using Portal.Kernel.Data;

namespace Portal.Kernel.Search;

/// <summary>
/// The search index over the sections of published items. What it holds changes in the same transaction as the items, so what is published is
/// found and what is withdrawn is not.
/// </summary>
public interface ISearchIndex
{
    /// <summary>Puts an item's sections in place of those it had, in the unit of work of <paramref name="session"/>.</summary>
    Task IndexAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken);

    /// <summary>Takes an item out. An item that is not there is no error.</summary>
    Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken);

    /// <summary>Empties the index, in the unit of work of <paramref name="session"/>, for it to be made anew; readers keep the old one until it is committed.</summary>
    Task ClearAsync(DbSession session, CancellationToken cancellationToken);

    /// <summary>Finds sections. Every text is a valid query; one without words gives every item that the filters let through, by title, and nothing without filters.</summary>
    Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Titles, other names and headings that have all words of the text, each of which may be a beginning, those that begin like it first; when there are
    /// none, those that have all but the words of grammar, or words that were typed as one ('exitwork'), or words that are nearly so. At most <paramref name="size"/>.
    /// </summary>
    Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string text, int size, CancellationToken cancellationToken);

    /// <summary>Items with the words that tell most about this one, best first, at most <paramref name="size"/>; none for an item that is not in the index.</summary>
    Task<IReadOnlyList<SearchHit>> LikeAsync(string itemId, int size, CancellationToken cancellationToken);

    /// <summary>Whether the index has to be made anew because a migration changed its form.</summary>
    Task<bool> IsStaleAsync(CancellationToken cancellationToken);
}
