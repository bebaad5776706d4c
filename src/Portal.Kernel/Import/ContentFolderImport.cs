using Portal.Kernel.Content;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Media;

namespace Portal.Kernel.Import;

/// <summary>
/// Loads a folder in the shape of <c>content/</c>: one Markdown file an item, folders for what contains what, <c>taxonomies/*.yml</c>, <c>media/</c>. Run again, it
/// saves what changed and touches nothing else; it never removes an item that the folder does not have.
/// </summary>
public sealed class ContentFolderImport(
    ContentDefinitionStore definitions, ContentStore store, ContentManager manager, TaxonomyCatalog catalog, FieldKinds kinds,
    SitePages pages, MediaStore media, TimeProvider time)
{
    /// <summary>
    /// Imports in the unit of work of <paramref name="session"/>. The caller commits when the report has no errors, and must not when it has:
    /// what was read before the first error is saved in the session.
    /// </summary>
    public async Task<ImportReport> RunAsync(DbSession session, string folder, ImportOptions options, CancellationToken cancellationToken)
    {
        var errors = new ImportErrors();
        var files = new FolderReader(errors);
        files.Read(folder);
        var run = new ImportRun(session, options, errors)
        {
            Definitions = await definitions.CurrentAsync(session, cancellationToken),
            Taxonomies = await catalog.CurrentAsync(session, cancellationToken),
            Store = store,
            Manager = manager,
            Kinds = kinds,
            Pages = pages,
            Media = media,
            Time = time,
        };
        return await run.ExecuteAsync(files, cancellationToken);
    }
}
