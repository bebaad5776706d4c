using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Media;

namespace Portal.Kernel.Export.Folder;

/// <summary>
/// Writes the content as a folder in the shape of <c>content/</c>: what comes out, imported into an empty site with the same definitions, gives the same
/// content and, exported again, the same bytes.
/// </summary>
public sealed class FolderExport(IDatabase database, ContentDefinitionStore definitions, ContentStore store, TaxonomyCatalog catalog, FieldKinds kinds, MediaStore media)
{
    /// <param name="folder">Where to; it is empty or not there, or an earlier export that may be replaced.</param>
    /// <param name="options">What, and how.</param>
    /// <param name="cancellationToken">Ends the work; the folder is then as before.</param>
    /// <exception cref="ExportException">The folder cannot be written to, or what is asked for does not exist.</exception>
    public async Task<ExportReport> RunAsync(string folder, ExportOptions options, CancellationToken cancellationToken)
    {
        // One session: the site as of one moment, whatever is written meanwhile.
        await using var session = await database.ReadAsync(cancellationToken);
        using var target = ExportTarget.Open(folder, options.Overwrite);
        var known = await definitions.CurrentAsync(session, cancellationToken);
        var selection = new ExportSelection(session, database.Dialect, store);
        await selection.SelectAsync(options, known, cancellationToken);
        var run = new FolderExportRun(session, database.Dialect, known, kinds, media, selection, target.Folder, options);
        var report = await run.ExecuteAsync(await catalog.CurrentAsync(session, cancellationToken), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        target.Complete();
        return report;
    }
}
