using System.Text;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Planning;
using Portal.Kernel.Media;

namespace Portal.Kernel.Export.Folder;

/// <summary>One export: taxonomies, then items batch by batch, then media.</summary>
internal sealed class FolderExportRun(
    DbSession session, ISqlDialect dialect, ContentDefinitions definitions, FieldKinds kinds, MediaStore media, ExportSelection selection, string folder,
    ExportOptions options)
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ItemPlaces _places = new(session, definitions);
    private readonly HashSet<string> _asTaxonomies = new(StringComparer.Ordinal);
    private readonly MediaNames _named = new();
    private readonly List<string> _warnings = [];
    private int _media;

    public async Task<ExportReport> ExecuteAsync(TaxonomySet taxonomies, CancellationToken cancellationToken)
    {
        var total = await selection.CountAsync(cancellationToken);
        var texts = await TaxonomiesAsync(taxonomies, cancellationToken);
        // Terms are named by their slugs only where an import knows the taxonomy before it reads the items.
        var written = new TaxonomySet(taxonomies.All.Where(taxonomy => _asTaxonomies.Contains(taxonomy.ItemId)));
        var done = 0;
        for (var batch = await selection.NextAsync("", cancellationToken); batch.Count > 0; batch = await selection.NextAsync(batch[^1].Main.ContentItemId, cancellationToken))
        {
            var names = await ItemNames.ReadAsync(session, dialect, written, batch.SelectMany(item => item.Versions), cancellationToken);
            var text = new ItemText(definitions, new FieldLines(definitions, kinds, names));
            foreach (var item in batch)
            {
                await ItemAsync(item, text, texts, cancellationToken);
                done++;
                options.Progress?.Report(new ExportProgress(done, total));
            }
        }

        await MediaAsync(cancellationToken);
        return new ExportReport(done, _media, _warnings);
    }

    /// <summary>The files of those taxonomies that are written as such, by id.</summary>
    private async Task<IReadOnlyDictionary<string, (string File, string Text)>> TaxonomiesAsync(TaxonomySet taxonomies, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, (string File, string Text)>(StringComparer.Ordinal);
        var items = await selection.OfTypeAsync(TaxonomyCatalog.ContentType, cancellationToken);
        var names = await ItemNames.ReadAsync(session, dialect, taxonomies, items.SelectMany(item => item.Versions), cancellationToken);
        var writer = new TaxonomyText(definitions, new FieldLines(definitions, kinds, names));
        foreach (var item in items.Select(item => item.Main).Where(item => item.Published))
        {
            var file = TaxonomyText.File(item.Part<AliasPart>().Alias ?? "");
            if (!texts.Values.Any(text => text.File == file) && writer.Write(item) is { } text)
            {
                texts[item.ContentItemId] = (file, text);
                _asTaxonomies.Add(item.ContentItemId);
            }
        }

        return texts;
    }

    private async Task ItemAsync(ExportItem item, ItemText text, IReadOnlyDictionary<string, (string File, string Text)> taxonomies, CancellationToken cancellationToken)
    {
        if (options.IsPart)
        {
            foreach (var version in item.Versions)
            {
                _named.Add(version.Content);
            }
        }

        var loose = ItemPlace.Of(item.Main.ContentItemId);
        if (taxonomies.TryGetValue(item.Main.ContentItemId, out var taxonomy))
        {
            await WriteAsync(taxonomy.File, taxonomy.Text, cancellationToken);
            if (item.Draft is { } draft)
            {
                var place = loose.Draft(null);
                await WriteAsync(place.File, Written(text.Write(draft, place, ItemState.Draft, place.File)), cancellationToken);
            }
        }
        else if (!await TryAsync(item, await _places.OfAsync(item.Main, cancellationToken), text, cancellationToken)
            && !await TryAsync(item, loose, text, cancellationToken))
        {
            throw new ExportException($"The item {item.Main.ContentItemId} ('{item.Main.DisplayText}') cannot be written as a file that gives it back; nothing was exported.");
        }
    }

    private async Task<bool> TryAsync(ExportItem item, ItemPlace place, ItemText text, CancellationToken cancellationToken)
    {
        var beside = place.Draft(item.Draft?.Part<AutoroutePart>().Path);
        if (File.Exists(Full(place.File)) || text.Write(item.Main, place, item.State, place.File) is not { } main)
        {
            return false;
        }

        WrittenItem? draft = null;
        if (item.Draft is not null && (draft = text.Write(item.Draft, beside, ItemState.Draft, beside.File)) is null)
        {
            return false;
        }

        await WriteAsync(place.File, Written(main), cancellationToken);
        if (draft is not null)
        {
            await WriteAsync(beside.File, Written(draft), cancellationToken);
        }

        return true;
    }

    private string Written(WrittenItem? item)
    {
        _warnings.AddRange(item?.Warnings ?? []);
        return item?.Text ?? throw new InvalidOperationException("An item at no place can always be written.");
    }

    private async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        var path = Full(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Encoding, cancellationToken);
    }

    private async Task MediaAsync(CancellationToken cancellationToken)
    {
        await foreach (var file in media.FilesAsync(session, options.IsPart ? _named.Paths : null, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Copy(file);
        }
    }

    private void Copy(MediaFile file)
    {
        if (media.Find(file) is not { } bytes)
        {
            _warnings.Add($"media/{file.Path}: The bytes of this file are lost on the disk.");
            return;
        }

        var path = Full("media/" + file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(bytes, path);
        _media++;
    }

    private string Full(string file) => Path.Combine(folder, file.Replace('/', Path.DirectorySeparatorChar));
}
