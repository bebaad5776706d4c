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
    public async Task<bool> IndexAsync(DbSession session, ContentItem item, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var type = definitions.Type(item.ContentType);
        var document = type is null ? null : await documents.OfAsync(session, item, type, definitions, cancellationToken);
        if (document is null)
        {
            await RemoveAsync(session, item.ContentItemId, cancellationToken);
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
