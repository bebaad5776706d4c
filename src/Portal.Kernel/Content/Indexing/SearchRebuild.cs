using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Indexing;

/// <summary>Makes the search index anew from the published items. Readers find with the old one until the new one is committed.</summary>
public sealed class SearchRebuild(IDatabase database, ContentStore store, ContentDefinitionStore definitions, ItemIndexer indexer, ISearchIndex index)
{
    private const int Batch = 200;

    /// <summary>Rebuilds and commits. <paramref name="progress"/> hears of items done and items in all.</summary>
    /// <returns>How many items the index holds.</returns>
    public async Task<int> RunAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(cancellationToken);
        var total = await session.FirstOrDefaultAsync<int>("select count(*) from content_item where published = 1", null, cancellationToken);
        var known = await definitions.CurrentAsync(session, cancellationToken);
        await index.ClearAsync(session, cancellationToken);

        var (done, indexed, after) = (0, 0, "");
        while (true)
        {
            var items = await store.ReadAsync(
                session, "where i.published = 1 and i.item_id > @after order by i.item_id limit @Batch", new { after, Batch }, cancellationToken);
            foreach (var item in items)
            {
                indexed += await indexer.IndexAsync(session, item, known, isNew: false, cancellationToken) ? 1 : 0;
            }

            done += items.Count;
            progress?.Report((done, total));
            if (items.Count < Batch)
            {
                break;
            }

            after = items[^1].ContentItemId;
        }

        await session.CommitAsync(cancellationToken);
        return indexed;
    }
}
