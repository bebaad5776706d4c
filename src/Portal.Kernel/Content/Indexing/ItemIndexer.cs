using Microsoft.Extensions.Logging;
using Portal.Kernel.Content.Attachments;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Indexing;

/// <summary>Puts published items into the search index, and takes them out.</summary>
public sealed partial class ItemIndexer(SearchDocuments documents, ISearchIndex index, ILogger<ItemIndexer> logger)
{
    /// <summary>Returns whether search holds the item; one that it does not hold is taken out.</summary>
    /// <param name="session">The unit of work.</param>
    /// <param name="item">Published.</param>
    /// <param name="definitions">As they stand in it.</param>
    /// <param name="isNew">Whether there has never been anything of the item, so that nothing has to be taken out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> IndexAsync(DbSession session, ContentItem item, ContentDefinitions definitions, bool isNew, CancellationToken cancellationToken)
    {
        if (!isNew)
        {
            await AttachmentSections.ForgetAsync(session, item.ContentItemId, cancellationToken);
        }

        var type = definitions.Type(item.ContentType);
        var document = type is null ? null : await documents.OfAsync(session, item, type, definitions, cancellationToken);
        if (document is null)
        {
            if (!isNew)
            {
                await index.RemoveAsync(session, item.ContentItemId, cancellationToken);
            }

            return false;
        }

        if (document.Sections.Count > SearchDocument.MaxSections)
        {
            LogCut(logger, document.Title, document.Path, document.Sections.Count, SearchDocument.MaxSections);
        }

        await index.IndexAsync(session, document, cancellationToken);
        return true;
    }

    public async Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken)
    {
        await index.RemoveAsync(session, itemId, cancellationToken);
        await AttachmentSections.ForgetAsync(session, itemId, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Of '{Title}' ({Path}), which has {Sections} sections with those of its files, only the first {Most} are searched. Offer its files on several pages.")]
    private static partial void LogCut(ILogger logger, string title, string path, int sections, int most);
}
