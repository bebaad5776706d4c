using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Import.Planning;

/// <summary>Gives every item its path, its id and its container, once all outlines are known.</summary>
internal sealed class ImportPlanner(ContentDefinitions definitions, SiteItems site, SitePages pages, IdClaims claims, ImportErrors all)
{
    // Files without a number stand after those with one.
    private const int Unnumbered = 1000;

    private readonly Dictionary<string, (Outline Outline, string Id)> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Outline Outline, string Id)> _pathless = new(StringComparer.Ordinal);

    public ImportPlan Plan(IReadOnlyList<Outline> read)
    {
        var files = read.Select(outline => outline.File.Path).ToHashSet(StringComparer.Ordinal);
        var beside = read.Where(outline => outline.File.IsDraft && files.Contains(outline.File.Edition)).ToList();

        // An id that another file has is an error; the rest of the file is checked as if it had none.
        List<Outline> outlines = [.. read.Except(beside).Select(outline => Claims(outline) ? outline : outline with { Header = outline.Header with { Id = null } })];
        var paths = new FolderPaths(outlines);
        foreach (var outline in outlines)
        {
            Place(outline, paths.Of(outline));
        }

        var items = _byPath.Concat(_pathless.Select(placed => KeyValuePair.Create("", placed.Value)))
            .Select(placed => Planned(placed.Key, placed.Value.Outline, placed.Value.Id, paths)).ToList();
        CheckTaken(items);
        return new ImportPlan(InOrder(items.Concat(Drafts(beside, items, paths)))) { Leaving = Leaving(items) };
    }

    // The draft of an item that is in the import as well: its id and its place are those of the public edition, where it says nothing else.
    private IEnumerable<PlannedItem> Drafts(IReadOnlyList<Outline> beside, IEnumerable<PlannedItem> items, FolderPaths paths)
    {
        var byFile = items.ToDictionary(item => item.Outline.File.Path, StringComparer.Ordinal);
        foreach (var outline in beside)
        {
            // An edition that has no place is an error already.
            if (byFile.GetValueOrDefault(outline.File.Edition) is not { } edition)
            {
                continue;
            }

            if (outline.Header.Id is { } id && id != edition.Id)
            {
                all.For(outline.File.Path).Add(outline.Header.Line(ItemHeader.IdKey), ItemHeader.IdKey, $"A draft has the id of its public edition, {outline.File.Edition}: {edition.Id}.");
            }

            yield return Planned(paths.Of(outline), outline, edition.Id, paths) with { Beside = true };
        }
    }

    // The draft of a taxonomy stands in no file of taxonomies.
    private bool Claims(Outline outline)
        => outline.Header.Id is not { } id || (outline.File is { IsDraft: true, IsLoose: true } && claims.Has(id)) || claims.Claim(id, outline.File.Path, outline.Header.Line(ItemHeader.IdKey), all.For(outline.File.Path));

    private void Place(Outline outline, string path)
    {
        var errors = all.For(outline.File.Path);
        if (path.Length == 0 && outline.File.IsLoose)
        {
            if (outline.Header.Id is { } id)
            {
                _pathless.TryAdd(id, (outline, id));
            }
            else
            {
                errors.Add(null, ItemHeader.IdKey, "An item without an address needs its id, or the next import would make it once more.");
            }
        }
        else if (path.Length == 0)
        {
            errors.Add(null, null, "An index.md stands for its folder, and the folder that is imported has no path.");
        }
        else if (outline.Place.Path is null && path.Split('/').FirstOrDefault(segment => !Slugs.IsSlug(segment)) is { } segment)
        {
            errors.Add(null, null, $"'{segment}' {Slugs.Rule}.");
        }
        else if (pages.Refusal(path) is { } refusal)
        {
            // The handler says the same when an item is saved; here a check without saving hears it too.
            errors.Add(outline.Header.Line(ItemHeader.SlugKey), ItemHeader.SlugKey, refusal);
        }
        else if (!_byPath.TryAdd(path, (outline, IdOf(outline, path))))
        {
            errors.Add(outline.Header.Line(ItemHeader.SlugKey), ItemHeader.SlugKey, $"The path '/{path}' is that of {_byPath[path].Outline.File.Path} as well.");
        }
    }

    private string IdOf(Outline outline, string path)
    {
        if (outline.Header.Id is { } own)
        {
            return own;
        }

        // An item that another file claims by its id has moved there; what stands on its path now is another.
        var id = site.ByPath(path) is { } known && !claims.Has(known.Id) ? known.Id : Ids.New();
        claims.Claim(id, outline.File.Path, null, all.For(outline.File.Path));
        return id;
    }

    private PlannedItem Planned(string path, Outline outline, string id, FolderPaths paths)
    {
        var given = outline.Place.GivesContainer || outline.File.IsLoose;
        var container = given ? ContainerById(outline.Place.ContainerId) : ContainerOf(FolderPaths.Above(outline), paths);
        if (container is not null && !given && outline.Type is { } type && Contained(container.Type) is { Count: > 0 } allowed && !allowed.Contains(type.Name))
        {
            all.For(outline.File.Path).Add(
                outline.Header.Line(ItemHeader.TypeKey), ItemHeader.TypeKey, $"A {container.Type} contains {string.Join(", ", allowed)}, not {type.Name}.");
        }

        var name = outline.File.IsIndex ? outline.File.Folder[(outline.File.Folder.LastIndexOf('/') + 1)..] : outline.File.Name;
        return new PlannedItem(outline, path, id, StateOf(outline, container), given ? null : container, Slugs.Number(name) ?? Unnumbered);
    }

    // What stands in something that is not public is not public either.
    private static ItemState StateOf(Outline outline, PlannedContainer? container)
        => outline.Header.State == ItemState.Published ? container?.Hidden ?? ItemState.Published : outline.Header.State;

    // The folder's own item: in this import, or on the site when only some of its parts are imported.
    private PlannedContainer? ContainerOf(string folder, FolderPaths paths)
    {
        var path = paths.OfFolder(folder);
        if (!_byPath.TryGetValue(path, out var placed))
        {
            return site.ByPath(path) is { } known && IsContainer(known.Type) ? new PlannedContainer(known.Id, known.Type, null) : null;
        }

        if (placed.Outline.Type is not { } type || !IsContainer(type.Name))
        {
            return null;
        }

        var state = StateOf(placed.Outline, ContainerOf(FolderPaths.Above(placed.Outline), paths));
        var stays = state == ItemState.Draft && site.ById(placed.Id) is { Published: true };
        return new PlannedContainer(placed.Id, type.Name, state == ItemState.Published || stays ? null : state);
    }

    private PlannedContainer? ContainerById(string? id)
    {
        var placed = id is null ? default : _byPath.Values.Concat(_pathless.Values).FirstOrDefault(placed => placed.Id == id);
        return placed.Outline is { Type: { } type, Header.State: not ItemState.Published } outline
            ? new PlannedContainer(placed.Id, type.Name, outline.Header.State == ItemState.Draft && site.ById(placed.Id) is { Published: true } ? null : outline.Header.State)
            : null;
    }

    private bool IsContainer(string type) => definitions.Type(type)?.Has(nameof(ListPart)) == true;

    private IReadOnlyList<string> Contained(string type) => Contained(definitions, type);

    /// <summary>The types that may stand in items of a type; none when it does not say.</summary>
    public static IReadOnlyList<string> Contained(ContentDefinitions definitions, string type)
        => definitions.Type(type)?.Parts.FirstOrDefault(part => part.PartName == nameof(ListPart))?.Settings.Texts("ListPartSettings", "ContainedContentTypes") ?? [];

    private void CheckTaken(IEnumerable<PlannedItem> items)
    {
        foreach (var item in items.Where(item => item.Path.Length > 0 && site.ByPath(item.Path) is { } owner && owner.Id != item.Id && !claims.Has(owner.Id)))
        {
            all.For(item.Outline.File.Path).Add(
                item.Outline.Header.Line(ItemHeader.IdKey), ItemHeader.IdKey, $"The path '/{item.Path}' belongs to another item of the site ({site.ByPath(item.Path)!.Id}).");
        }
    }

    private HashSet<string> Leaving(IEnumerable<PlannedItem> items)
    {
        var taken = items.Select(item => site.ByPath(item.Path) is { } owner && owner.Id != item.Id ? owner.Id : null).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // A draft leaves its public edition where it is.
        return items.Where(item => taken.Contains(item.Id) && item.State != ItemState.Draft).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
    }

    // Containers before what they contain, drafts after their public editions.
    private static IReadOnlyList<PlannedItem> InOrder(IEnumerable<PlannedItem> items)
        => [.. items.OrderBy(item => item.Beside).ThenBy(item => item.Path.Count('/')).ThenBy(item => item.Outline.File.Path, StringComparer.Ordinal)];
}
