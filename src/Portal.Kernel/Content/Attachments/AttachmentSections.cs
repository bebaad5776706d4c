using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Kernel.Media.Reading;
using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Attachments;

/// <summary>
/// What search holds of the files that an item offers: their sections, found under the item, so that they are published and withdrawn with it. A file whose
/// text is not known yet is left out and noted; <see cref="AttachmentReader"/> reads it and has the item indexed again.
/// </summary>
public sealed class AttachmentSections(MediaTexts texts, IDatabase database)
{
    /// <summary>The sections of an item's files, each of which bears its own address in place of an anchor; notes which they are. Notes from before have to be forgotten first.</summary>
    internal async Task<IReadOnlyList<SearchSection>> OfAsync(DbSession session, ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var files = AttachedFile.Of(item, type, definitions).Where(file => texts.Reads(file.Path)).ToList();
        if (files.Count == 0)
        {
            return [];
        }

        var known = await texts.OfAsync(session, database, [.. files.Select(file => file.Path)], cancellationToken);
        await session.InsertAsync(
            "content_attachment (item_id, path, indexed_hash)",
            files.Select(file => new object?[] { item.ContentItemId, file.Path, known.GetValueOrDefault(file.Path)?.Hash }),
            cancellationToken);
        return [.. files.Where(file => known.ContainsKey(file.Path)).SelectMany(file => known[file.Path].Sections.Select(section => Section(file, section)))];
    }

    /// <summary>What an item that is withdrawn offered is nobody's any more.</summary>
    internal static Task ForgetAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => session.ExecuteAsync("delete from content_attachment where item_id = @itemId", new { itemId }, cancellationToken);

    private static SearchSection Section(AttachedFile file, FileSection section)
        => new(section.Fragment is { } fragment ? $"{file.Url}#{fragment}" : file.Url, section.Title is { } title ? $"{file.Name}, {title}" : file.Name, section.Text);
}
