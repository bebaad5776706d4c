using Portal.Kernel.Content;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Import.Building;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;
using Portal.Kernel.Media;

namespace Portal.Kernel.Import;

/// <summary>
/// One import. Every file is read twice: first for its outline, so that all ids, paths and headings are known, then to build and save its item. So
/// no more than a few bodies are held at a time, however many there are. Taxonomies are few and small; they are built first and held.
/// </summary>
internal sealed class ImportRun(DbSession session, ImportOptions options, ImportErrors errors)
{
    // A report for each file would only make the terminal slow.
    private const int ReportEvery = 50;

    /// <summary>Files that are read while the one before them is saved.</summary>
    private const int MostAhead = 4;

    private readonly IdClaims _claims = new();
    private readonly ImportErrors _notes = new();

    // An item may come from two files: its public edition and its draft.
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);

    public required ContentDefinitions Definitions { get; init; }
    public required TaxonomySet Taxonomies { get; init; }
    public required ContentStore Store { get; init; }
    public required ContentManager Manager { get; init; }
    public required FieldKinds Kinds { get; init; }
    public required SitePages Pages { get; init; }
    public required MediaStore Media { get; init; }
    public required TimeProvider Time { get; init; }

    public async Task<ImportReport> ExecuteAsync(FolderReader files, CancellationToken cancellationToken)
    {
        var site = await SiteItems.ReadAsync(session, cancellationToken);
        var saver = new ItemSaver(Manager, session, options.Actor, Time, errors);
        var media = new MediaImport(Media, session, options.Actor, errors);
        await media.RunAsync(files.MediaFiles, cancellationToken);
        var removed = new RemovedTerms(Store, session, errors);
        var taxonomies = await TaxonomiesAsync(files.TaxonomyFiles, site, saver, removed, cancellationToken);
        var outlines = await OutlinesAsync(files.Items, cancellationToken);
        var plan = new ImportPlanner(Definitions, site, Pages, _claims, errors).Plan(outlines);
        var lookup = new ImportLookup(taxonomies, plan, site);
        var links = new LinkCheck(Definitions, lookup, Pages, files, Store, Media, session);
        await ItemsAsync(plan, site, lookup, links, saver, removed, cancellationToken);
        await removed.CheckAsync(plan, cancellationToken);
        if (errors.Any || options.CheckOnly)
        {
            session.RefuseCommit(errors.Any ? "An import with errors must not be committed." : "An import that only checks must not be committed.");
        }

        return saver.Report() with { MediaSaved = errors.Any ? 0 : media.Saved, MediaUnchanged = errors.Any ? 0 : media.Unchanged, Warnings = _notes.First, MoreWarnings = _notes.More };
    }

    /// <summary>Saves the taxonomies of the folder. Returns all that there will be.</summary>
    private async Task<TaxonomySet> TaxonomiesAsync(IReadOnlyList<SourceFile> files, SiteItems site, ItemSaver saver, RemovedTerms removed, CancellationToken cancellationToken)
    {
        var all = Taxonomies.All.ToList();
        var fields = new FieldWriter(Definitions, Kinds, new ImportLookup(Taxonomies, ImportPlan.Empty, site));
        foreach (var file in files)
        {
            var fileErrors = errors.For(file.Path);
            if (TaxonomyBuilder.NameProblem(file.Name) is { } problem)
            {
                fileErrors.Add(null, null, problem);
                continue;
            }

            if (await file.ReadAsync(fileErrors, cancellationToken) is not { } text || FrontMatter.ReadValues(text, 1, fileErrors) is not { } values)
            {
                continue;
            }

            var builder = new TaxonomyBuilder(Definitions, fields, _claims, file, fileErrors);
            var id = builder.Id(values, Taxonomies.ByName(file.Name));
            var versions = await Versions.ReadAsync(Store, session, id, cancellationToken);
            if (IsOfType(versions, TaxonomyCatalog.ContentType, null, fileErrors) && builder.Build(id, values, Taxonomies.ById(id), versions.For(ItemState.Published)) is { } item)
            {
                all.RemoveAll(taxonomy => taxonomy.ItemId == id);
                var taxonomy = TaxonomyCatalog.Read(item);
                if (Taxonomies.ById(id) is { } known)
                {
                    await removed.NoteAsync(known, taxonomy, file, values.Values.GetValueOrDefault(TaxonomyBuilder.Terms)?.Line ?? values.Line, cancellationToken);
                }

                all.Add(taxonomy);
                await saver.SaveAsync(item, versions.For(ItemState.Published), versions, ItemState.Published, new ErrorPlaces(values, values.Line), fileErrors, cancellationToken);
            }
        }

        return new TaxonomySet(all);
    }

    private async Task<IReadOnlyList<Outline>> OutlinesAsync(IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        var outlines = new List<Outline>(files.Count);
        foreach (var chunk in files.Chunk(ReportEvery))
        {
            // Each file is read by itself: all processors take part, and errors come in the order of the files.
            var read = new (Outline Outline, ImportErrors Errors)[chunk.Length];
            await Parallel.ForAsync(0, chunk.Length, cancellationToken, async (i, token) =>
            {
                var own = new ImportErrors();
                read[i] = (await new OutlineReader(Definitions, own).ReadAsync(chunk[i], token), own);
            });
            outlines.AddRange(read.Select(each => each.Outline));
            Array.ForEach(read, each => errors.AddAll(each.Errors));
            options.Progress?.Report(new ImportProgress(outlines.Count, files.Count, 0, files.Count));
        }

        return outlines;
    }

    private async Task ItemsAsync(ImportPlan plan, SiteItems site, ImportLookup lookup, LinkCheck links, ItemSaver saver, RemovedTerms removed, CancellationToken cancellationToken)
    {
        var builder = new ItemBuilder(new FieldWriter(Definitions, Kinds, lookup));
        await SiteItems.LeaveAsync(session, plan.Leaving, cancellationToken);
        var ahead = new Queue<Task<ReadFile>>();
        var (next, done) = (0, 0);
        foreach (var planned in plan.Items)
        {
            for (; next < plan.Items.Count && ahead.Count <= MostAhead; next++)
            {
                var coming = plan.Items[next];
                ahead.Enqueue(Task.Run(() => ReadAsync(coming, cancellationToken), CancellationToken.None));
            }

            var read = await ahead.Dequeue();
            errors.AddAll(read.Errors);
            if (read.Front is { } front)
            {
                await ItemAsync(planned, front, site, builder, links, saver, removed, cancellationToken);
            }

            done++;
            Report(done, plan.Items.Count, new ImportProgress(plan.Items.Count, plan.Items.Count, done, plan.Items.Count));
        }
    }

    // The outline's errors are known already; the file is read again only for what the outline does not hold.
    private static async Task<ReadFile> ReadAsync(PlannedItem planned, CancellationToken cancellationToken)
    {
        var own = new ImportErrors();
        var fileErrors = own.For(planned.Outline.File.Path);
        var text = planned.Outline.Type is null ? null : await planned.Outline.File.ReadAsync(fileErrors, cancellationToken);
        return new ReadFile(text is null ? null : FrontMatter.Read(text, fileErrors), own);
    }

    private async Task ItemAsync(PlannedItem planned, FrontMatter front, SiteItems site, ItemBuilder builder, LinkCheck links, ItemSaver saver, RemovedTerms removed, CancellationToken cancellationToken)
    {
        var fileErrors = errors.For(planned.Outline.File.Path);
        var versions = _reached.Add(planned.Id) && site.ById(planned.Id) is null ? Versions.None : await Versions.ReadAsync(Store, session, planned.Id, cancellationToken);
        if (!IsOfType(versions, planned.Outline.Type!.Name, planned.Outline.Header.Line(ItemHeader.TypeKey), fileErrors))
        {
            return;
        }

        removed.Read(planned, front, Definitions);
        var current = planned.Outline.File.IsDraft ? versions.Draft : versions.For(planned.State);
        var item = builder.Build(planned, front, current, fileErrors);
        await links.CheckAsync(planned, front, item, options.AllowBrokenLinks ? _notes.For(planned.Outline.File.Path) : fileErrors, cancellationToken);
        await saver.SaveAsync(item, current, versions, planned.State, new ErrorPlaces(front.Values, front.BodyLine), fileErrors, cancellationToken);
    }

    private static bool IsOfType(Versions versions, string type, int? line, FileErrors errors)
    {
        if (versions.Latest is not { } latest || latest.ContentType == type)
        {
            return true;
        }

        errors.Add(line, ItemHeader.TypeKey, $"On the site the item {latest.ContentItemId} is a {latest.ContentType}, not a {type}; the type of an item cannot change.");
        return false;
    }

    private void Report(int count, int total, ImportProgress progress)
    {
        if (count % ReportEvery == 0 || count == total)
        {
            options.Progress?.Report(progress);
        }
    }

    private sealed record ReadFile(FrontMatter? Front, ImportErrors Errors);
}
